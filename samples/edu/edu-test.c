// SPDX-License-Identifier: GPL-2.0-only
/*
 * Use everything that the edu driver offers and print what happened. The output
 * is the same for every correct driver, so that two of them can be compared.
 *
 *	edu-test [/dev/edu0]
 *	edu-test --hold /dev/edu0	keep it open and wait for an interrupt, until
 *					the driver is unbound from it
 *	edu-test --stress SECONDS /dev/edu0	use it all the time; calls may fail
 *					with EIO, as they do without a user half,
 *					but what succeeds must be right
 *
 * Exit status 0: the device did what its specification says; 1: it did not.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "edu-uapi.h"

static int failures;

/* One line of output; what does not hold is marked and counted. */
__attribute__((format(printf, 2, 3)))
static void report(int good, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("%s\n", good ? "" : " -- WRONG");
	failures += !good;
}

static const char *outcome(long ret)
{
	return ret < 0 ? strerror(errno) : "success";
}

static void expect_errno(const char *what, long ret, int expected)
{
	report(ret < 0 && errno == expected, "%s: %s", what, outcome(ret));
}

static void test_identity(int fd)
{
	struct edu_info info = { 0 };
	__u32 value = 0x12345678;
	long ret;

	ret = ioctl(fd, EDU_IOC_INFO, &info);
	report(!ret && (info.id & 0xff) == 0xed, "info: %s, id %#x, version %u.%u", outcome(ret),
	       info.id, info.version >> 8, info.version & 0xff);
	ret = ioctl(fd, EDU_IOC_LIVENESS, &value);
	report(!ret && value == ~0x12345678U, "liveness: %s, %#x", outcome(ret), value);
}

static void test_factorial(int fd)
{
	__u32 expected = 1;

	for (__u32 n = 0; n <= 16; n++) {
		struct edu_factorial work = { .n = n };
		long ret = ioctl(fd, EDU_IOC_FACTORIAL, &work);

		expected *= n ? n : 1;
		report(!ret && work.result == expected, "factorial of %u: %s, %u", n,
		       outcome(ret), work.result);
	}
}

static void test_interrupts(int fd)
{
	struct pollfd pending = { .fd = fd, .events = POLLPRI };
	struct edu_wait wait = { .mask = 0x30, .timeout_ms = 5000 };
	__u32 bits = 0x50;
	long ret;

	ret = poll(&pending, 1, 0);
	report(ret == 0, "poll before: %ld", ret);
	ret = ioctl(fd, EDU_IOC_RAISE, &bits);
	report(!ret, "raise %#x: %s", bits, outcome(ret));
	ret = poll(&pending, 1, 5000);
	report(ret == 1 && pending.revents == POLLPRI, "poll after: %ld, %#x", ret,
	       (unsigned int)pending.revents);
	ret = ioctl(fd, EDU_IOC_WAIT, &wait);
	report(!ret && wait.mask == 0x10, "wait for 0x30: %s, got %#x", outcome(ret), wait.mask);
	wait.mask = 0x10;
	wait.timeout_ms = 0;
	expect_errno("wait for 0x10 again", ioctl(fd, EDU_IOC_WAIT, &wait), ETIMEDOUT);
	wait.mask = 0x40;
	ret = ioctl(fd, EDU_IOC_WAIT, &wait);
	report(!ret && wait.mask == 0x40, "wait for 0x40: %s, got %#x", outcome(ret), wait.mask);
}

/* One process sleeps for an interrupt, the other one uses the device meanwhile. */
static void test_blocking_wait(int fd)
{
	struct edu_factorial work = { .n = 5 };
	__u32 bits = 0x1000;
	int status = -1;
	pid_t child;
	long ret;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		struct edu_wait wait = { .mask = 0x1000, .timeout_ms = 20000 };

		_exit(ioctl(fd, EDU_IOC_WAIT, &wait) || wait.mask != 0x1000);
	}
	usleep(300000);
	ret = ioctl(fd, EDU_IOC_FACTORIAL, &work);
	report(!ret && work.result == 120, "factorial while another process waits: %u",
	       work.result);
	report(waitpid(child, &status, WNOHANG) == 0, "the other one still waits");
	ioctl(fd, EDU_IOC_RAISE, &bits);
	waitpid(child, &status, 0);
	report(status == 0, "the other one was woken: status %d", status);
}

static void test_transfer_at(int fd, size_t offset, size_t count)
{
	unsigned char out[EDU_BUFFER_SIZE], in[EDU_BUFFER_SIZE];
	ssize_t written, got;

	for (size_t i = 0; i < count; i++)
		out[i] = (i * 7 + offset + count) & 0xff;
	memset(in, 0, sizeof(in));
	written = pwrite(fd, out, count, offset);
	got = pread(fd, in, count, offset);
	report(written == (ssize_t)count && got == (ssize_t)count && !memcmp(in, out, count),
	       "transfer of %zu bytes at %zu: wrote %zd, read %zd, %s", count, offset,
	       written, got, memcmp(in, out, count) ? "different" : "same");
}

static void test_transfers(int fd)
{
	struct edu_info before, after;
	char text[16];
	ssize_t ret;

	ioctl(fd, EDU_IOC_INFO, &before);
	test_transfer_at(fd, 0, 1);
	test_transfer_at(fd, 17, 333);
	test_transfer_at(fd, 2048, 1024);
	test_transfer_at(fd, 0, 4000);
	test_transfer_at(fd, 0, EDU_BUFFER_SIZE);
	ioctl(fd, EDU_IOC_INFO, &after);
	report(after.transfers - before.transfers == 10 && after.bytes - before.bytes == 18906,
	       "counted: %u transfers, %llu bytes", after.transfers - before.transfers,
	       (unsigned long long)(after.bytes - before.bytes));

	lseek(fd, 100, SEEK_SET);
	ret = write(fd, "microdriver", 11);
	report(ret == 11, "write at 100: %zd, now at %ld", ret, (long)lseek(fd, 0, SEEK_CUR));
	lseek(fd, -7, SEEK_CUR);
	memset(text, 0, sizeof(text));
	ret = read(fd, text, 7);
	report(ret == 7 && !strcmp(text, "odriver"), "read at 104: %zd, '%s'", ret, text);
}

static void test_errors(int fd)
{
	void *nothing = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct edu_wait wait = { .mask = 0 };
	__u32 bits = 0x101;
	char c = 0;

	expect_errno("unknown ioctl", ioctl(fd, _IO('E', 99)), ENOTTY);
	expect_errno("info to a bad address", ioctl(fd, EDU_IOC_INFO, nothing), EFAULT);
	expect_errno("factorial at a bad address", ioctl(fd, EDU_IOC_FACTORIAL, nothing), EFAULT);
	expect_errno("raise at a bad address", ioctl(fd, EDU_IOC_RAISE, nothing), EFAULT);
	expect_errno("raise of reserved bits", ioctl(fd, EDU_IOC_RAISE, &bits), EINVAL);
	expect_errno("wait for nothing", ioctl(fd, EDU_IOC_WAIT, &wait), EINVAL);
	expect_errno("read to a bad address", pread(fd, nothing, 8, 0), EFAULT);
	expect_errno("write from a bad address", pwrite(fd, nothing, 8, 0), EFAULT);
	expect_errno("write behind the end", pwrite(fd, &c, 1, EDU_BUFFER_SIZE), ENOSPC);
	expect_errno("seek behind the end", lseek(fd, EDU_BUFFER_SIZE + 1, SEEK_SET), EINVAL);
	report(pread(fd, &c, 1, EDU_BUFFER_SIZE) == 0, "read at the end: 0");
	report(pread(fd, &c, 0, 0) == 0, "read of nothing: 0");
}

/* What is left of an open device after its driver has been unbound. */
static void hold(int fd)
{
	struct pollfd pending = { .fd = fd, .events = POLLPRI };
	struct edu_wait wait = { .mask = 0x2000, .timeout_ms = 60000 };
	struct edu_info info;
	char c = 0;
	long ret;

	printf("waiting\n");
	fflush(stdout);
	expect_errno("wait cut short", ioctl(fd, EDU_IOC_WAIT, &wait), ENODEV);
	ret = poll(&pending, 1, 5000);
	report(ret == 1 && (pending.revents & POLLHUP), "poll: %ld, %#x", ret,
	       (unsigned int)pending.revents);
	expect_errno("info", ioctl(fd, EDU_IOC_INFO, &info), ENODEV);
	expect_errno("read", pread(fd, &c, 1, 0), ENODEV);
	expect_errno("write", pwrite(fd, &c, 1, 0), ENODEV);
}

/* Did it fail for want of a user half? Anything else but success is wrong. */
static bool failed(const char *what, long ret, long expected, unsigned int *good,
		   unsigned int *missed)
{
	if (ret == expected) {
		(*good)++;
		return false;
	}
	if (ret < 0 && errno == EIO) {
		(*missed)++;
		usleep(1000);
	} else {
		report(0, "%s: %ld, %s", what, ret, outcome(ret));
	}
	return true;
}

static void stress(int fd, unsigned int seconds)
{
	unsigned int good = 0, missed = 0;
	time_t end = time(NULL) + seconds;

	printf("started\n");
	fflush(stdout);
	for (unsigned int i = 0; time(NULL) < end && failures < 10; i++) {
		struct edu_factorial work = { .n = 5 + i % 3 };
		__u32 expected[] = { 120, 720, 5040 };
		unsigned char out[64], in[64];

		if (!failed("factorial", ioctl(fd, EDU_IOC_FACTORIAL, &work), 0, &good, &missed) &&
		    work.result != expected[i % 3])
			report(0, "factorial of %u: %u", work.n, work.result);
		memset(out, i, sizeof(out));
		if (!failed("write", pwrite(fd, out, sizeof(out), i % 4000), sizeof(out),
			    &good, &missed) &&
		    !failed("read", pread(fd, in, sizeof(in), i % 4000), sizeof(in),
			    &good, &missed) &&
		    memcmp(in, out, sizeof(in)))
			report(0, "transfer at %u: different", i % 4000);
	}
	printf("%u calls done, %u without a user half, %u wrong\n", good, missed, failures);
}

int main(int argc, char **argv)
{
	bool stressing = argc > 3 && !strcmp(argv[1], "--stress");
	bool holding = argc > 2 && !strcmp(argv[1], "--hold");
	const char *path = argc > 1 ? argv[argc - 1] : "/dev/edu0";
	int fd = open(path, O_RDWR), second;

	if (fd < 0) {
		fprintf(stderr, "edu-test: %s: %s\n", path, strerror(errno));
		return 1;
	}
	if (holding || stressing) {
		if (holding)
			hold(fd);
		else
			stress(fd, atoi(argv[2]));
		close(fd);
		return !!failures;
	}
	test_identity(fd);
	test_factorial(fd);
	test_interrupts(fd);
	test_blocking_wait(fd);
	test_transfers(fd);
	test_errors(fd);
	second = open(path, O_RDWR);
	report(second >= 0, "second open: %s", outcome(second));
	close(fd);
	test_identity(second);
	close(second);
	printf("%s\n", failures ? "FAILED" : "all as specified");
	return !!failures;
}
