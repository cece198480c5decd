# errno: every number, and the names by number
import errno
from errno import ENOENT, errorcode
import os

print([
    errno.E2BIG, errno.EACCES, errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EADV, errno.EAFNOSUPPORT,
    errno.EAGAIN, errno.EALREADY, errno.EBADE, errno.EBADF, errno.EBADFD, errno.EBADMSG, errno.EBADR,
    errno.EBADRQC, errno.EBADSLT, errno.EBFONT, errno.EBUSY, errno.ECANCELED, errno.ECHILD, errno.ECHRNG,
    errno.ECOMM, errno.ECONNABORTED, errno.ECONNREFUSED, errno.ECONNRESET, errno.EDEADLK, errno.EDEADLOCK,
    errno.EDESTADDRREQ, errno.EDOM, errno.EDOTDOT, errno.EDQUOT, errno.EEXIST, errno.EFAULT, errno.EFBIG,
    errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.EIDRM, errno.EILSEQ, errno.EINPROGRESS, errno.EINTR,
    errno.EINVAL, errno.EIO, errno.EISCONN, errno.EISDIR, errno.EISNAM, errno.EKEYEXPIRED, errno.EKEYREJECTED,
    errno.EKEYREVOKED, errno.EL2HLT, errno.EL2NSYNC, errno.EL3HLT, errno.EL3RST, errno.ELIBACC, errno.ELIBBAD,
    errno.ELIBEXEC, errno.ELIBMAX, errno.ELIBSCN, errno.ELNRNG, errno.ELOOP, errno.EMEDIUMTYPE, errno.EMFILE,
    errno.EMLINK, errno.EMSGSIZE, errno.EMULTIHOP, errno.ENAMETOOLONG, errno.ENAVAIL, errno.ENETDOWN,
    errno.ENETRESET, errno.ENETUNREACH, errno.ENFILE, errno.ENOANO, errno.ENOBUFS, errno.ENOCSI,
    errno.ENODATA, errno.ENODEV, errno.ENOENT, errno.ENOEXEC, errno.ENOKEY, errno.ENOLCK, errno.ENOLINK,
    errno.ENOMEDIUM, errno.ENOMEM, errno.ENOMSG, errno.ENONET, errno.ENOPKG, errno.ENOPROTOOPT, errno.ENOSPC,
    errno.ENOSR, errno.ENOSTR, errno.ENOSYS, errno.ENOTBLK, errno.ENOTCONN, errno.ENOTDIR, errno.ENOTEMPTY,
    errno.ENOTNAM, errno.ENOTRECOVERABLE, errno.ENOTSOCK, errno.ENOTSUP, errno.ENOTTY, errno.ENOTUNIQ,
    errno.ENXIO, errno.EOPNOTSUPP, errno.EOVERFLOW, errno.EOWNERDEAD, errno.EPERM, errno.EPFNOSUPPORT,
    errno.EPIPE, errno.EPROTO, errno.EPROTONOSUPPORT, errno.EPROTOTYPE, errno.ERANGE, errno.EREMCHG,
    errno.EREMOTE, errno.EREMOTEIO, errno.ERESTART, errno.ERFKILL, errno.EROFS, errno.ESHUTDOWN,
    errno.ESOCKTNOSUPPORT, errno.ESPIPE, errno.ESRCH, errno.ESRMNT, errno.ESTALE, errno.ESTRPIPE, errno.ETIME,
    errno.ETIMEDOUT, errno.ETOOMANYREFS, errno.ETXTBSY, errno.EUCLEAN, errno.EUNATCH, errno.EUSERS,
    errno.EWOULDBLOCK, errno.EXDEV, errno.EXFULL,
])
for number, name in errorcode.items():
    print(number, name)
print(len(errorcode), sum(errorcode), errorcode[ENOENT], errorcode.get(0), 133 in errorcode)
try:
    errorcode[0]
except KeyError as e:
    print("KeyError", e)

def attempt(path):
    try:
        open(path)
    except OSError as e:
        if e.errno == errno.ENOENT:
            return "absent"
        return errorcode[e.errno]
    return "there"

print(attempt("/no/such/file"), attempt("/"), attempt("/dev/null"), attempt("/dev/null/x"))
try:
    os.mkdir("/")
except FileExistsError as e:
    print(e.errno == errno.EEXIST, errorcode[e.errno])
