"""What the program runs on."""

import os
import sys


def system():
    return os.uname().sysname


def node():
    return os.uname().nodename


def release():
    return os.uname().release


def version():
    return os.uname().version


def machine():
    return os.uname().machine


def python_version():
    return sys.version.split()[0]


def python_version_tuple():
    major, minor, patch = python_version().split(".")
    return (major, minor, patch)


def python_implementation():
    return "CPython"
