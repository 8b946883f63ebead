// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * liectl DEVICE N: have the user half of samples/edu tell lie N of lies.h; 0 is the
 * truth.  Says what came of it, and whether memory that is nobody's business is as it was.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define LIE	0x1e00
#define SECRET	((void *)0x700000000000)

int main(int argc, char **argv)
{
	uint64_t answer = 0, *named = &answer, *secret;
	int fd, rc;

	if (argc != 3) {
		fprintf(stderr, "usage: liectl DEVICE N\n");
		return 2;
	}
	secret = mmap(SECRET, 4096, PROT_READ | PROT_WRITE,
		      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	fd = open(argv[1], O_RDWR | O_CLOEXEC);
	if (secret != SECRET || fd < 0) {
		perror("liectl");
		return 1;
	}
	*secret = 7;
	rc = ioctl(fd, LIE + strtoul(argv[2], NULL, 0), &named);
	printf("%s, answer %llu, secret %s\n", rc ? strerror(errno) : "done",
	       (unsigned long long)answer, *secret == 7 ? "kept" : "written");
	return 0;
}
