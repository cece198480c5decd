"""What is printed of exceptions."""
import sys

__unittest = True


def format_exc(limit=None, chain=True):
    """What would be printed of the exception that is being handled, as one text."""
    if limit is not None or not chain:
        raise NotImplementedError("traceback: limit and chain")
    text = _rt.exc_format_handled()
    return "NoneType: None\n" if text is None else text


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled, on file or sys.stderr."""
    _print(format_exc(limit, chain), file)


def print_exception(exc, /, value=..., tb=..., limit=None, file=None, chain=True):
    """Prints an exception, on file or sys.stderr."""
    if limit is not None or not chain:
        raise NotImplementedError("traceback: limit and chain")
    error = exc if isinstance(exc, BaseException) else value
    if isinstance(error, BaseException):
        _print(_rt.exc_format(error), file)
    else:
        _k.type_error("Exception expected for value, " + _k.type_name(error) + " found")


def _print(text, file):
    if file is None:
        sys.stderr.write(text)
    else:
        file.write(text)
