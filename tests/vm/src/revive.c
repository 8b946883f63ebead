// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Kill the daemon of a network driver and see how long its interface stays without
 * management: from kill() to the end of the first call, begun afterwards, that succeeds.
 *
 *	revive DEV DRIVER N SIGNAL [busy]
 *
 * One line per kill: milliseconds, calls that failed meanwhile. With "busy", another thread
 * makes calls all the time, so that most kills hit one. Before each kill a standby must be
 * there. Last line: "median MS p99 MS most MS kills N".
 */
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <linux/if.h>
#include <linux/ethtool.h>
#include <linux/sockios.h>

#define PATIENCE_MS	60000

static const char *dev;
static char stats[256];
static volatile int busy_stop;

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int works(int fd)
{
	struct ethtool_value value = { .cmd = ETHTOOL_NWAY_RST };
	struct ifreq ifr = { 0 };

	strncpy(ifr.ifr_name, dev, IFNAMSIZ - 1);
	ifr.ifr_data = (void *)&value;
	return ioctl(fd, SIOCETHTOOL, &ifr) == 0;
}

static void *keep_busy(void *arg)
{
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	(void)arg;
	while (!busy_stop)
		works(fd);
	return NULL;
}

/* The process of the driver's session and of its standby; 0: none. */
static void who(int *session, int *standby)
{
	char line[128];
	FILE *f = fopen(stats, "r");

	*session = *standby = 0;
	while (f && fgets(line, sizeof(line), f)) {
		sscanf(line, "session %*u %d", session);
		sscanf(line, "standby %*u %d", standby);
	}
	if (f)
		fclose(f);
}

static int wait_ready(int not)
{
	double end = now_ms() + PATIENCE_MS;
	int session, standby;

	do {
		who(&session, &standby);
		if (session && session != not && standby)
			return session;
		usleep(5000);
	} while (now_ms() < end);
	fprintf(stderr, "revive: session %d, standby %d after %d ms\n", session, standby,
		PATIENCE_MS);
	return 0;
}

/* Does another process serve than @pid? Who has not got round to dying may answer once more. */
static int is_other(int pid)
{
	int session, standby;

	who(&session, &standby);
	return session && session != pid;
}

static double revive(int fd, int pid, int sig)
{
	double start = now_ms(), ms = 0;
	int failed = 0, done = 0;

	kill(pid, sig);
	while (!done) {
		if (works(fd)) {
			ms = now_ms() - start;
			done = is_other(pid);
		} else {
			failed++;
		}
		if (now_ms() > start + PATIENCE_MS)
			return -1;
	}
	printf("%.2f %d\n", ms, failed);
	return ms;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static int measure(int n, int sig)
{
	double *ms = calloc(n, sizeof(*ms));
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	for (int i = 0, pid = 0; i < n; i++) {
		pid = wait_ready(pid);
		if (!pid || !works(fd)) {
			fprintf(stderr, "revive: kill %d: process %d does not serve\n", i, pid);
			return 1;
		}
		usleep(rand() % 50000);
		ms[i] = revive(fd, pid, sig);
		if (ms[i] < 0)
			return 1;
	}
	qsort(ms, n, sizeof(*ms), by_size);
	printf("median %.2f p99 %.2f most %.2f kills %d\n", ms[n / 2],
	       ms[(n * 99 + 99) / 100 - 1], ms[n - 1], n);
	return 0;
}

int main(int argc, char **argv)
{
	int busy = argc > 5 && !strcmp(argv[5], "busy"), rc;
	pthread_t thread;

	if (argc < 5 || atoi(argv[3]) < 1)
		return 2;
	dev = argv[1];
	snprintf(stats, sizeof(stats), "/sys/kernel/debug/mdrv/%s/stats", argv[2]);
	if (busy && pthread_create(&thread, NULL, keep_busy, NULL))
		return 2;
	rc = measure(atoi(argv[3]), atoi(argv[4]));
	busy_stop = 1;
	if (busy)
		pthread_join(thread, NULL);
	return rc;
}
