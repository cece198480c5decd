# stderr: exact
# A class of the main module prints without its module.
class AppError(Exception):
    pass


raise AppError('boom', 2)
