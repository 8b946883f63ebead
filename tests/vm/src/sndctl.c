// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Every control of a sound card, by the kernel's own ioctls: read, written with
 * each kind of value, read back, put back.
 *
 *	sndctl CARD			all of that
 *	sndctl CARD show		read only
 *	sndctl CARD set NUMID VALUE	both channels of one control
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <sound/asound.h>

static int fd;

static int elements(struct snd_ctl_elem_list *list)
{
	if (ioctl(fd, SNDRV_CTL_IOCTL_ELEM_LIST, list) < 0)
		return -1;
	list->space = list->count;
	list->pids = calloc(list->count, sizeof(*list->pids));
	if (!list->pids || ioctl(fd, SNDRV_CTL_IOCTL_ELEM_LIST, list) < 0)
		return -1;
	return 0;
}

static long value_of(const struct snd_ctl_elem_info *info,
		     const struct snd_ctl_elem_value *value, unsigned int i)
{
	if (info->type == SNDRV_CTL_ELEM_TYPE_ENUMERATED)
		return value->value.enumerated.item[i];
	return value->value.integer.value[i];
}

static void set_value(const struct snd_ctl_elem_info *info, struct snd_ctl_elem_value *value,
		      unsigned int i, long v)
{
	if (info->type == SNDRV_CTL_ELEM_TYPE_ENUMERATED)
		value->value.enumerated.item[i] = v;
	else
		value->value.integer.value[i] = v;
}

static int get(const struct snd_ctl_elem_info *info, struct snd_ctl_elem_value *value)
{
	unsigned int i;

	memset(value, 0, sizeof(*value));
	value->id = info->id;
	if (ioctl(fd, SNDRV_CTL_IOCTL_ELEM_READ, value) < 0) {
		printf("  read: %s\n", strerror(errno));
		return -1;
	}
	printf("  read:");
	for (i = 0; i < info->count; i++)
		printf(" %ld", value_of(info, value, i));
	printf("\n");
	return 0;
}

/* 1 means that something changed, 0 that nothing did */
static void put(const struct snd_ctl_elem_info *info, struct snd_ctl_elem_value *value)
{
	int rc = ioctl(fd, SNDRV_CTL_IOCTL_ELEM_WRITE, value);

	if (rc < 0)
		printf("  write: %s\n", strerror(errno));
	else
		printf("  write: %d\n", rc);
	(void)info;
}

/* the same value in all channels but the last, which has another */
static void try_value(const struct snd_ctl_elem_info *info, long v, long last)
{
	struct snd_ctl_elem_value value = { .id = info->id };
	unsigned int i;

	for (i = 0; i < info->count; i++)
		set_value(info, &value, i, i + 1 == info->count ? last : v);
	printf("  set %ld, last %ld\n", v, last);
	put(info, &value);
	get(info, &value);
}

static void tell(struct snd_ctl_elem_info *info)
{
	printf("%u: interface %d '%s' index %u: type %d access 0x%x count %u", info->id.numid,
	       info->id.iface, info->id.name, info->id.index, info->type, info->access,
	       info->count);
	if (info->type == SNDRV_CTL_ELEM_TYPE_INTEGER)
		printf(" %ld..%ld step %ld", info->value.integer.min, info->value.integer.max,
		       info->value.integer.step);
	printf("\n");
}

static void items(struct snd_ctl_elem_info *info)
{
	unsigned int i, n = info->value.enumerated.items;

	for (i = 0; i < n; i++) {
		info->value.enumerated.item = i;
		if (ioctl(fd, SNDRV_CTL_IOCTL_ELEM_INFO, info) == 0)
			printf("  item %u '%s'\n", i, info->value.enumerated.name);
	}
}

/* decibel scales and the like, as numbers */
static void tlv(const struct snd_ctl_elem_info *info)
{
	unsigned int room[64] = { info->id.numid, sizeof(room) - 8 }, i;

	if (ioctl(fd, SNDRV_CTL_IOCTL_TLV_READ, room) < 0) {
		printf("  tlv: %s\n", strerror(errno));
		return;
	}
	printf("  tlv:");
	for (i = 0; i < 2 + room[3] / 4 && i < 60; i++)
		printf(" %u", room[2 + i]);
	printf("\n");
}

static void limits(const struct snd_ctl_elem_info *info, long *min, long *max)
{
	*min = 0;
	*max = 1;
	if (info->type == SNDRV_CTL_ELEM_TYPE_INTEGER) {
		*min = info->value.integer.min;
		*max = info->value.integer.max;
	} else if (info->type == SNDRV_CTL_ELEM_TYPE_ENUMERATED) {
		*max = info->value.enumerated.items - 1;
	}
}

static void exercise(const struct snd_ctl_elem_id *id, int write)
{
	struct snd_ctl_elem_info info = { .id = *id };
	struct snd_ctl_elem_value was;
	long min, max, v;

	if (ioctl(fd, SNDRV_CTL_IOCTL_ELEM_INFO, &info) < 0) {
		printf("info of %u: %s\n", id->numid, strerror(errno));
		return;
	}
	tell(&info);
	limits(&info, &min, &max);
	if (info.type == SNDRV_CTL_ELEM_TYPE_ENUMERATED)
		items(&info);
	tlv(&info);
	if (get(&info, &was) < 0 || !write)
		return;
	for (v = min; v <= max; v += max - min > 8 ? (max - min) / 4 : 1) {
		try_value(&info, v, v);
		try_value(&info, v, v);
		try_value(&info, v, min + max - v);
	}
	try_value(&info, max + 1, min);
	try_value(&info, min - 1, max);
	put(&info, &was);
	get(&info, &was);
}

/* what is told to those who subscribed */
static void events(void)
{
	struct snd_ctl_event event;
	int n = 0;

	while (read(fd, &event, sizeof(event)) == sizeof(event)) {
		if (n++ < 4)
			printf("event of %u, mask 0x%x\n", event.data.elem.id.numid,
			       event.data.elem.mask);
	}
	printf("%d events\n", n);
}

static void owner(const struct snd_ctl_elem_list *list)
{
	struct snd_ctl_elem_id id = list->pids[0];
	int i;

	for (i = 0; i < 2; i++)
		printf("lock: %s\n", ioctl(fd, SNDRV_CTL_IOCTL_ELEM_LOCK, &id) < 0 ?
		       strerror(errno) : "done");
	for (i = 0; i < 2; i++)
		printf("unlock: %s\n", ioctl(fd, SNDRV_CTL_IOCTL_ELEM_UNLOCK, &id) < 0 ?
		       strerror(errno) : "done");
}

static void card(void)
{
	struct snd_ctl_card_info info = { 0 };

	if (ioctl(fd, SNDRV_CTL_IOCTL_CARD_INFO, &info) < 0)
		printf("card info: %s\n", strerror(errno));
	else
		printf("card %d id %s driver %s name %s mixer %s components '%s'\n", info.card,
		       info.id, info.driver, info.name, info.mixername, info.components);
}

static int set_one(unsigned int numid, long v)
{
	struct snd_ctl_elem_value value = { .id.numid = numid };
	int rc;

	value.value.integer.value[0] = value.value.integer.value[1] = v;
	rc = ioctl(fd, SNDRV_CTL_IOCTL_ELEM_WRITE, &value);
	printf("set %u to %ld: %s\n", numid, v, rc < 0 ? strerror(errno) : "done");
	return rc < 0;
}

int main(int argc, char **argv)
{
	struct snd_ctl_elem_list list = { 0 };
	int on = 1, write;
	char path[40];
	unsigned int i;

	if (argc < 2)
		return 2;
	snprintf(path, sizeof(path), "/dev/snd/controlC%s", argv[1]);
	fd = open(path, O_RDWR | O_NONBLOCK);
	if (fd < 0 || elements(&list) < 0) {
		printf("%s: %s\n", path, strerror(errno));
		return 1;
	}
	if (argc == 5 && !strcmp(argv[2], "set"))
		return set_one(atoi(argv[3]), atol(argv[4]));
	write = argc == 2;
	card();
	ioctl(fd, SNDRV_CTL_IOCTL_SUBSCRIBE_EVENTS, &on);
	for (i = 0; i < list.used; i++)
		exercise(&list.pids[i], write);
	if (write)
		events();
	if (list.used)
		owner(&list);
	return 0;
}
