// SPDX-License-Identifier: GPL-2.0-or-later
/* libFuzzer target: any bytes as an annotation or hints file. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "knowledge.h"

/* Half of the inputs are hints, where the schema is another. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct knowledge *knowledge;
	char path[32];
	int fd;

	if (!size)
		return 0;
	fd = memfd_create("input.yaml", 0);
	if (fd < 0 || write(fd, data + 1, size - 1) != (ssize_t)(size - 1))
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	knowledge = knowledge_new();
	knowledge_load(knowledge, path, data[0] & 1);
	knowledge_free(knowledge);
	close(fd);
	return 0;
}
