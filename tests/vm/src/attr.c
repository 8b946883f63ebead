// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Attributes in sysfs: their contents, or the error, in full.
 *
 *	attr show FILE...		mode, name and contents of each
 *	attr store FILE VALUE...	each stored, and read back
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void contents(const char *path)
{
	char text[4097];
	int fd = open(path, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);

	if (n < 0) {
		printf("%s\n", strerror(errno));
	} else {
		text[n] = '\0';
		printf("%s%s", text, n && text[n - 1] == '\n' ? "" : "\n");
	}
	if (fd >= 0)
		close(fd);
}

static void show(const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0) {
		printf("%s: %s\n", base(path), strerror(errno));
		return;
	}
	if (!S_ISREG(st.st_mode))
		return;
	printf("%o %s: ", st.st_mode & 0777, base(path));
	contents(path);
}

static void store(const char *path, const char *value)
{
	int fd = open(path, O_WRONLY);
	char text[256];
	int len = snprintf(text, sizeof(text), "%s\n", value);
	ssize_t n = fd < 0 ? -1 : write(fd, text, len);

	printf("%s <- %s: ", base(path), value);
	if (n < 0)
		printf("%s, ", strerror(errno));
	else if (n != len)
		printf("%zd of %d bytes, ", n, len);
	if (fd >= 0)
		close(fd);
	printf("now ");
	contents(path);
}

int main(int argc, char **argv)
{
	int i;

	if (argc >= 3 && !strcmp(argv[1], "show")) {
		for (i = 2; i < argc; i++)
			show(argv[i]);
		return 0;
	}
	if (argc >= 4 && !strcmp(argv[1], "store")) {
		for (i = 3; i < argc; i++)
			store(argv[2], argv[i]);
		return 0;
	}
	fprintf(stderr, "usage: attr show FILE... | attr store FILE VALUE...\n");
	return 2;
}
