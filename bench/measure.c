/* Runs a command and reports its cost: measure REPORT COMMAND ARGS…
   REPORT becomes the line "EXIT_CODE CPU_SECONDS PEAK_KIB". A child's peak memory counts from the
   process that forked it, so a small program has to do it. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  pid_t child = fork();
  if (child == 0) {
    execv(argv[2], argv + 2);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return 2;
  FILE* report = fopen(argv[1], "w");
  if (!report) return 2;
  double seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
                   (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  fprintf(report, "%d %.6f %ld\n", code, seconds, usage.ru_maxrss);
  return fclose(report) != 0;
}
