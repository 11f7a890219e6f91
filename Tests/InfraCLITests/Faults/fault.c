// Loaded into a process before the C library (LD_PRELOAD): counts the calls that change the file system, and at the one
// that FAULT_STEP names kills the process before the call (FAULT=kill), kills it when half of the bytes are written
// (FAULT=torn), sends it a signal (FAULT=signal15), stops it until it is told to go on (FAULT=stop), or fails with the
// errno that FAULT is. With FAULT_LASTING every later call fails as well. FAULT_TIME is what the clock says.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int steps = 0;

// A test's thread may have signals blocked, and its children inherit that. A shell starts programs without.
__attribute__((constructor)) static void take_signals(void) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_UNBLOCK, &all, 0);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
}

// Whether the call is to fail, with errno set; does not return where the process is to die.
static int fault(int descriptor, const void *bytes, size_t count) {
  const char *step = getenv("FAULT_STEP"), *kind = getenv("FAULT");
  if (!step || !kind) return 0;
  int wanted = atoi(step), now = ++steps;
  if (now < wanted || (now > wanted && !getenv("FAULT_LASTING"))) return 0;
  if (!strcmp(kind, "torn") && bytes) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    real(descriptor, bytes, count / 2);
  }
  if (!strcmp(kind, "torn") || !strcmp(kind, "kill")) raise(SIGKILL);
  if (!strncmp(kind, "signal", 6)) {
    raise(atoi(kind + 6));
    return 0;
  }
  ssize_t (*report)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  report(2, "fault injected\n", 15);
  if (!strcmp(kind, "stop")) {
    raise(SIGSTOP);
    return 0;
  }
  errno = atoi(kind);
  return 1;
}

time_t time(time_t *seconds) {
  const char *now = getenv("FAULT_TIME");
  time_t (*real)(time_t *) = dlsym(RTLD_NEXT, "time");
  time_t result = now ? atoll(now) : real(0);
  if (seconds) *seconds = result;
  return result;
}

static int open_as(const char *name, const char *path, int flags, mode_t mode) {
  if ((flags & O_CREAT) && fault(-1, 0, 0)) return -1;
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_as("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_as("open64", path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & O_CREAT) && fault(-1, 0, 0)) return -1;
  int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, "openat");
  return real(folder, path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor > 2 && fault(descriptor, bytes, count)) return -1;
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  return real(descriptor, bytes, count);
}

int fsync(int descriptor) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  return real(descriptor);
}

int rename(const char *old, const char *new) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  return real(old, new);
}

int renameat(int old_folder, const char *old, int new_folder, const char *new) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(int, const char *, int, const char *) = dlsym(RTLD_NEXT, "renameat");
  return real(old_folder, old, new_folder, new);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(int, const char *, mode_t) = dlsym(RTLD_NEXT, "mkdirat");
  return real(folder, path, mode);
}

int unlinkat(int folder, const char *path, int flags) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(int, const char *, int) = dlsym(RTLD_NEXT, "unlinkat");
  return real(folder, path, flags);
}

int mkdir(const char *path, mode_t mode) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(const char *, mode_t) = dlsym(RTLD_NEXT, "mkdir");
  return real(path, mode);
}

int unlink(const char *path) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
  return real(path);
}

int rmdir(const char *path) {
  if (fault(-1, 0, 0)) return -1;
  int (*real)(const char *) = dlsym(RTLD_NEXT, "rmdir");
  return real(path);
}
