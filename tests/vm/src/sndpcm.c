// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Playback and capture on a sound card, by the kernel's own ioctls.
 *
 *	sndpcm NODE play RATE FORMAT CHANNELS FRAMES
 *	sndpcm NODE capture RATE FORMAT CHANNELS FRAMES
 *	sndpcm NODE limits		what the hardware can do
 *
 * NODE is a device like /dev/snd/pcmC0D0p, or - for standard input; FORMAT is u8 or s16.  What is
 * played counts up,
 * in steps that leave no frame silent, so that a recording tells what was lost.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <sound/asound.h>

struct stream {
	int fd;
	unsigned int rate, channels, bytes;	/* bytes of a sample */
	unsigned int period, buffer;		/* frames */
};

static struct snd_interval *interval(struct snd_pcm_hw_params *p, int n)
{
	return &p->intervals[n - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL];
}

static uint32_t *mask(struct snd_pcm_hw_params *p, int n)
{
	return p->masks[n - SNDRV_PCM_HW_PARAM_FIRST_MASK].bits;
}

/* everything is possible */
static void any(struct snd_pcm_hw_params *p)
{
	int n;

	memset(p, 0, sizeof(*p));
	for (n = SNDRV_PCM_HW_PARAM_FIRST_MASK; n <= SNDRV_PCM_HW_PARAM_LAST_MASK; n++)
		memset(mask(p, n), 0xff, sizeof(p->masks[0].bits));
	for (n = SNDRV_PCM_HW_PARAM_FIRST_INTERVAL; n <= SNDRV_PCM_HW_PARAM_LAST_INTERVAL; n++)
		interval(p, n)->max = ~0u;
	p->rmask = ~0u;
	p->info = ~0u;
}

static void only(struct snd_pcm_hw_params *p, int n, unsigned int value)
{
	struct snd_interval *i = interval(p, n);

	i->min = i->max = value;
	i->integer = 1;
	i->openmin = i->openmax = i->empty = 0;
}

static void only_bit(struct snd_pcm_hw_params *p, int n, unsigned int bit)
{
	memset(mask(p, n), 0, sizeof(p->masks[0].bits));
	mask(p, n)[bit / 32] = 1u << bit % 32;
}

static int limits(int fd)
{
	struct snd_pcm_hw_params p;
	struct snd_pcm_info info = { 0 };
	int n;

	if (ioctl(fd, SNDRV_PCM_IOCTL_INFO, &info) == 0)
		printf("device %u id %s name %s subdevices %u\n", info.device, info.id, info.name,
		       info.subdevices_count);
	any(&p);
	if (ioctl(fd, SNDRV_PCM_IOCTL_HW_REFINE, &p) < 0) {
		printf("refine: %s\n", strerror(errno));
		return 1;
	}
	printf("access 0x%x formats 0x%x%08x info 0x%x\n", mask(&p, SNDRV_PCM_HW_PARAM_ACCESS)[0],
	       mask(&p, SNDRV_PCM_HW_PARAM_FORMAT)[1], mask(&p, SNDRV_PCM_HW_PARAM_FORMAT)[0],
	       p.info);
	for (n = SNDRV_PCM_HW_PARAM_FIRST_INTERVAL; n <= SNDRV_PCM_HW_PARAM_LAST_INTERVAL; n++)
		printf("interval %d: %u..%u\n", n, interval(&p, n)->min, interval(&p, n)->max);
	return 0;
}

static int set_hardware(struct stream *s)
{
	struct snd_pcm_hw_params p;

	any(&p);
	only_bit(&p, SNDRV_PCM_HW_PARAM_ACCESS, SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	only_bit(&p, SNDRV_PCM_HW_PARAM_FORMAT,
		 s->bytes == 1 ? SNDRV_PCM_FORMAT_U8 : SNDRV_PCM_FORMAT_S16_LE);
	only(&p, SNDRV_PCM_HW_PARAM_CHANNELS, s->channels);
	interval(&p, SNDRV_PCM_HW_PARAM_RATE)->min = s->rate - 50;
	interval(&p, SNDRV_PCM_HW_PARAM_RATE)->max = s->rate + 50;
	only(&p, SNDRV_PCM_HW_PARAM_PERIOD_SIZE, s->period);
	only(&p, SNDRV_PCM_HW_PARAM_BUFFER_SIZE, s->buffer);
	if (ioctl(s->fd, SNDRV_PCM_IOCTL_HW_PARAMS, &p) < 0) {
		printf("hw_params: %s\n", strerror(errno));
		return -1;
	}
	printf("rate %u/%u, %u channels, period %u, buffer %u, bits %u\n", p.rate_num, p.rate_den,
	       interval(&p, SNDRV_PCM_HW_PARAM_CHANNELS)->min,
	       interval(&p, SNDRV_PCM_HW_PARAM_PERIOD_SIZE)->min,
	       interval(&p, SNDRV_PCM_HW_PARAM_BUFFER_SIZE)->min, p.msbits);
	return 0;
}

static int set_software(struct stream *s, int capture)
{
	struct snd_pcm_sw_params p = {
		.period_step = 1, .avail_min = s->period,
		.start_threshold = capture ? 1 : s->buffer,
		.stop_threshold = s->buffer,
		/* no less than the kernel's boundary: what was played becomes silence */
		.silence_size = ~0UL >> 1,
	};

	if (ioctl(s->fd, SNDRV_PCM_IOCTL_SW_PARAMS, &p) < 0) {
		printf("sw_params: %s\n", strerror(errno));
		return -1;
	}
	return 0;
}

static void state(struct stream *s, const char *when)
{
	struct snd_pcm_status status = { 0 };

	if (ioctl(s->fd, SNDRV_PCM_IOCTL_STATUS, &status) < 0)
		printf("status: %s\n", strerror(errno));
	else
		printf("%s: state %d, overrange %lu\n", when, status.state, status.overrange);
}

/* 1.. 32000 in one channel, the negative in the other */
static void fill(struct stream *s, void *data, unsigned int from, unsigned int frames)
{
	unsigned int i, c;

	for (i = 0; i < frames * s->channels; i++) {
		c = (from * s->channels + i) % s->channels;
		if (s->bytes == 1)
			((uint8_t *)data)[i] = 129 + (from + i / s->channels) % 100 - 100 * c;
		else
			((int16_t *)data)[i] = (int)(1 + (from + i / s->channels) % 32000) *
				(c ? -1 : 1);
	}
}

/* move() - write or read so many frames; -1 and a message on an error */
static int move(struct stream *s, int capture, unsigned int total)
{
	void *data = calloc(s->period, s->channels * s->bytes);
	unsigned int done, n;

	for (done = 0; data && done < total; done += n) {
		struct snd_xferi x = { .buf = data };

		n = total - done < s->period ? total - done : s->period;
		x.frames = n;
		if (!capture)
			fill(s, data, done, n);
		if (ioctl(s->fd, capture ? SNDRV_PCM_IOCTL_READI_FRAMES :
			  SNDRV_PCM_IOCTL_WRITEI_FRAMES, &x) < 0) {
			printf("after %u frames: %s\n", done, strerror(errno));
			return -1;
		}
		n = x.result;
	}
	free(data);
	printf("%u frames\n", done);
	return 0;
}

static int transfer(struct stream *s, int capture, unsigned int frames)
{
	int rc;

	if (set_hardware(s) < 0 || set_software(s, capture) < 0)
		return 1;
	if (ioctl(s->fd, SNDRV_PCM_IOCTL_PREPARE) < 0) {
		printf("prepare: %s\n", strerror(errno));
		return 1;
	}
	state(s, "prepared");
	rc = move(s, capture, frames);
	if (!capture && rc == 0) {
		rc = ioctl(s->fd, SNDRV_PCM_IOCTL_DRAIN);
		printf("drain: %s\n", rc < 0 ? strerror(errno) : "done");
	} else {
		printf("drop: %d\n", ioctl(s->fd, SNDRV_PCM_IOCTL_DROP));
	}
	state(s, "after");
	printf("free: %d\n", ioctl(s->fd, SNDRV_PCM_IOCTL_HW_FREE));
	return rc < 0;
}

int main(int argc, char **argv)
{
	struct stream s = { .period = 1024, .buffer = 8192 };

	if (argc < 3)
		return 2;
	setbuf(stdout, NULL);
	s.fd = strcmp(argv[1], "-") ? open(argv[1], O_RDWR) : STDIN_FILENO;
	if (s.fd < 0) {
		printf("%s: %s\n", argv[1], strerror(errno));
		return 1;
	}
	if (!strcmp(argv[2], "limits"))
		return limits(s.fd);
	if (argc < 7)
		return 2;
	s.rate = atoi(argv[3]);
	s.bytes = strcmp(argv[4], "u8") ? 2 : 1;
	s.channels = atoi(argv[5]);
	return transfer(&s, !strcmp(argv[2], "capture"), atoi(argv[6]));
}
