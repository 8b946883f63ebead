// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct stream;

void snd_pcm_stream_lock(struct stream *lock);
void snd_pcm_stream_unlock(struct stream *lock);
void snd_pcm_stream_lock_irq(struct stream *lock);
void snd_pcm_stream_unlock_irq(struct stream *lock);
void _snd_pcm_stream_lock_irqsave(struct stream *lock);
void snd_pcm_stream_unlock_irqrestore(struct stream *lock);
void serio_pause_rx(struct stream *lock);
void serio_continue_rx(struct stream *lock);
void target(int mark);

void with_snd_pcm_stream_lock(struct stream *lock)
{
	snd_pcm_stream_lock(lock);
	target(1);
	snd_pcm_stream_unlock(lock);
	target(2);
}

void with_snd_pcm_stream_lock_irq(struct stream *lock)
{
	snd_pcm_stream_lock_irq(lock);
	target(1);
	snd_pcm_stream_unlock_irq(lock);
	target(2);
}

void with__snd_pcm_stream_lock_irqsave(struct stream *lock)
{
	_snd_pcm_stream_lock_irqsave(lock);
	target(1);
	snd_pcm_stream_unlock_irqrestore(lock);
	target(2);
}

void with_serio_pause_rx(struct stream *lock)
{
	serio_pause_rx(lock);
	target(1);
	serio_continue_rx(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: streams of sound and ports of serial input
 * expect: with_snd_pcm_stream_lock: =1\).* HELD spinlock irq-off by
 * reject: with_snd_pcm_stream_lock: =2\).* HELD
 * expect: with_snd_pcm_stream_lock_irq: =1\).* HELD spinlock irq-off by
 * reject: with_snd_pcm_stream_lock_irq: =2\).* HELD
 * expect: with__snd_pcm_stream_lock_irqsave: =1\).* HELD spinlock irq-off by
 * reject: with__snd_pcm_stream_lock_irqsave: =2\).* HELD
 * expect: with_serio_pause_rx: =1\).* HELD spinlock irq-off by
 * reject: with_serio_pause_rx: =2\).* HELD
 */
