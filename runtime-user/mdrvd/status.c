// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The state of supervisors: a file each, of lines "name value", locked as long as its
 * supervisor lives. mdrvd --status reads them, and beside them what the kernel half
 * tells, as far as debugfs is there.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include "daemon.h"
#include "status.h"

#define KERNEL	"/sys/kernel/debug/mdrv"
#define SUFFIX	".status"
#define LINES	32
#define DRIVERS	64

int status_open(const char *dir, const char *driver)
{
	char path[512];
	int fd;

	/* The user half says what it is called. */
	if (strchr(driver, '/') || driver[0] == '.') {
		fprintf(stderr, "mdrvd: error: '%s' is no name of a driver\n", driver);
		return -1;
	}
	if (mkdir(dir, 0755) && errno != EEXIST) {
		fprintf(stderr, "mdrvd: error: %s: %s\n", dir, strerror(errno));
		return -1;
	}
	snprintf(path, sizeof(path), "%s/%s" SUFFIX, dir, driver);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
	if (fd < 0) {
		fprintf(stderr, "mdrvd: error: %s: %s\n", path, strerror(errno));
		return -1;
	}
	if (!flock(fd, LOCK_EX | LOCK_NB))
		return fd;
	fprintf(stderr, "mdrvd: error: another supervisor serves '%s' already (%s)\n", driver,
		path);
	close(fd);
	return -1;
}

static int put_crash(char *text, size_t size, const struct crash *c)
{
	char how[160], where[96];

	crash_how(c, how, sizeof(how));
	crash_where(c, where, sizeof(where));
	return snprintf(text, size, "crash_time %lld\ncrash_pid %d\ncrash_cause %s\n"
			"crash_where %s\n", (long long)c->when, c->pid, how, where);
}

void status_write(int fd, const struct status *s)
{
	char text[4096];
	int n = snprintf(text, sizeof(text), "driver %s\nuser_half %s\nstate %s\nsupervisor %d\n"
			 "serving %d\nsession %u\nstandby %d\nrestarts %u\nrestarts_left %u\n"
			 "budget %u\ncrashes %u\n", s->driver, s->half, s->state, getpid(),
			 s->serving, s->session, s->standby, s->restarts, s->left, s->most,
			 s->crash.number);

	if (n < (int)sizeof(text) && s->crash.number)
		n += put_crash(text + n, sizeof(text) - n, &s->crash);
	if (n >= (int)sizeof(text) || pwrite(fd, text, n, 0) != n || ftruncate(fd, n))
		mdrv_log(4, "cannot write the status: %s", strerror(errno));
}

struct line {
	char name[48];
	char value[512];
};

struct view {
	char driver[64];
	struct line line[LINES];
	unsigned int n;
};

static const char *get(const struct view *v, const char *name)
{
	for (unsigned int i = 0; i < v->n; i++) {
		if (!strcmp(v->line[i].name, name))
			return v->line[i].value;
	}
	return "";
}

/* As much of it as there is room for. */
static void copy(char *to, size_t size, const char *from)
{
	size_t len = strnlen(from, size - 1);

	memcpy(to, from, len);
	to[len] = '\0';
}

static void set(struct view *v, const char *name, const char *value)
{
	struct line *l = &v->line[v->n];

	if (v->n == LINES)
		return;
	copy(l->name, sizeof(l->name), name);
	copy(l->value, sizeof(l->value), value);
	v->n++;
}

static void read_file(struct view *v, FILE *f, const char *prefix)
{
	char text[1024], name[24], value[1000];

	while (fgets(text, sizeof(text), f)) {
		char full[48];

		if (sscanf(text, "%23s %999[^\n]", name, value) != 2)
			continue;
		snprintf(full, sizeof(full), "%s%s", prefix, name);
		set(v, full, value);
	}
	fclose(f);
}

static void read_supervisor(struct view *v, const char *dir)
{
	char path[512];
	bool alive;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s" SUFFIX, dir, v->driver);
	f = fopen(path, "re");
	if (!f)
		return;
	/* Whoever holds the lock is there to change what stands in it. */
	alive = flock(fileno(f), LOCK_SH | LOCK_NB) != 0;
	read_file(v, f, "");
	for (unsigned int i = 0; i < v->n && !alive; i++) {
		struct line *l = &v->line[i];

		if (!strcmp(l->name, "state") && strcmp(l->value, "failed") &&
		    strcmp(l->value, "stopped"))
			strcpy(l->value, "abandoned");
		if (!strcmp(l->name, "supervisor") || !strcmp(l->name, "serving") ||
		    !strcmp(l->name, "standby") || !strcmp(l->name, "session"))
			strcpy(l->value, "0");
	}
}

static void read_kernel(struct view *v)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), KERNEL "/%s/stats", v->driver);
	f = fopen(path, "re");
	if (f)
		read_file(v, f, "kernel_");
}

static void look(struct view *v, const char *dir)
{
	int pid = 0;

	read_supervisor(v, dir);
	read_kernel(v);
	if (get(v, "state")[0] || !get(v, "kernel_session")[0])
		return;
	/* Served by a daemon of its own, or by none. */
	sscanf(get(v, "kernel_session"), "%*s %d", &pid);
	set(v, "driver", v->driver);
	set(v, "state", pid ? "serving" : "down");
}

static bool is_number(const char *text)
{
	return text[0] && strlen(text) < 19 && strspn(text, "0123456789") == strlen(text) &&
	       (text[0] != '0' || !text[1]);
}

static void json_string(const char *text)
{
	putchar('"');
	for (; *text; text++) {
		if ((unsigned char)*text < ' ' || *text == '"' || *text == '\\')
			printf("\\u%04x", (unsigned char)*text);
		else
			putchar(*text);
	}
	putchar('"');
}

static void print_json(const struct view *v, bool first)
{
	printf("%s\n  {", first ? "" : ",");
	for (unsigned int i = 0; i < v->n; i++) {
		printf("%s", i ? ", " : "");
		json_string(v->line[i].name);
		printf(": ");
		if (is_number(v->line[i].value))
			printf("%s", v->line[i].value);
		else
			json_string(v->line[i].value);
	}
	putchar('}');
}

static void print_crash(const struct view *v)
{
	time_t when = atoll(get(v, "crash_time"));
	char text[32];
	struct tm tm;

	if (!when)
		return;
	strftime(text, sizeof(text), "%F %T", localtime_r(&when, &tm));
	printf("  last crash  %s, process %s: %s, %s\n", text, get(v, "crash_pid"),
	       get(v, "crash_cause"), get(v, "crash_where"));
}

static void print_text(const struct view *v)
{
	printf("%s: %s\n", v->driver, get(v, "state"));
	if (get(v, "user_half")[0])
		printf("  user half   %s\n", get(v, "user_half"));
	if (atoi(get(v, "supervisor")))
		printf("  supervisor  process %s\n", get(v, "supervisor"));
	if (atoi(get(v, "serving")))
		printf("  session     %s, process %s\n", get(v, "session"), get(v, "serving"));
	else if (get(v, "kernel_session")[0])
		printf("  session     %s (number, process)\n", get(v, "kernel_session"));
	if (get(v, "budget")[0])
		printf("  standby     %s%s\n", atoi(get(v, "standby")) ? "process " : "none",
		       atoi(get(v, "standby")) ? get(v, "standby") : "");
	if (get(v, "budget")[0])
		printf("  restarts    %s, %s of %s left\n", get(v, "restarts"),
		       get(v, "restarts_left"), get(v, "budget"));
	if (get(v, "kernel_upcalls")[0])
		printf("  kernel half %s upcalls, %s failed, %s sessions\n",
		       get(v, "kernel_upcalls"), get(v, "kernel_failures"),
		       get(v, "kernel_sessions"));
	print_crash(v);
}

/* The names in @dir that end with @suffix, without it, and are not in @names yet. */
static unsigned int list(const char *dir, const char *suffix, char names[][64], unsigned int n)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	while (d && n < DRIVERS && (e = readdir(d))) {
		size_t len = strlen(e->d_name), end = strlen(suffix);
		unsigned int i = 0;

		if (e->d_name[0] == '.' || len <= end || len - end >= 64 ||
		    strcmp(e->d_name + len - end, suffix))
			continue;
		memcpy(names[n], e->d_name, len - end);
		names[n][len - end] = '\0';
		while (strcmp(names[i], names[n]))
			i++;
		n += i == n;
	}
	if (d)
		closedir(d);
	return n;
}

int status_print(const char *dir, const char *driver, bool json)
{
	static char names[DRIVERS + 1][64];
	unsigned int n = 0, shown = 0;
	bool down = false;

	if (driver && !strchr(driver, '/'))
		snprintf(names[n++], sizeof(names[0]), "%s", driver);
	else if (!driver)
		n = list(KERNEL, "", names, list(dir, SUFFIX, names, 0));
	if (json)
		putchar('[');
	for (unsigned int i = 0; i < n; i++) {
		struct view v = { 0 };

		snprintf(v.driver, sizeof(v.driver), "%s", names[i]);
		look(&v, dir);
		if (!get(&v, "kernel_session")[0] && !get(&v, "supervisor")[0])
			continue;
		if (json)
			print_json(&v, !shown);
		else
			print_text(&v);
		down |= strcmp(get(&v, "state"), "serving") != 0;
		shown++;
	}
	if (json)
		puts("\n]");
	else if (!shown)
		fprintf(stderr, "mdrvd: %s%snothing is known of it\n", driver ? driver : "",
			driver ? ": " : "no driver: ");
	return !shown ? MDRV_EXIT_INPUT : down ? MDRV_EXIT_LOST : MDRV_EXIT_OK;
}
