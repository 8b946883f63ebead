// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/io.h>
#include <linux/percpu.h>
#include <linux/sched.h>
#include <linux/jiffies.h>

static DEFINE_PER_CPU(int, counter);

int ports(void)
{
	int value;

	asm volatile("inb %%dx, %b0" : "=a"(value) : "d"(0x60));
	return value;
}

u32 mmio(void *p)
{
	u32 value;

	asm volatile("movl %1,%0" : "=r"(value) : "m"(*(volatile u32 *)p) : "memory");
	return value;
}

void locked(int *p)
{
	asm volatile("lock; incl %0" : "+m"(*p));
}

void cpu_local(void)
{
	this_cpu_inc(counter);
}

void *task(void)
{
	return current;
}

unsigned long now(void)
{
	return jiffies;
}

void barriers(void)
{
	barrier();
	mb();
	wmb();
}

int computes(int x)
{
	asm("bswap %0" : "+r"(x));
	return x;
}

void interrupts(void)
{
	asm volatile("cli");
}

void strange(void)
{
	asm volatile("ud0 %eax, %eax");
}

int jumps(int x)
{
	asm goto("jmp %l0" : : : : out);
	return x;
out:
	return 0;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what only bitcode shows
 * expect: ports: traits privileged$
 * expect: mmio: traits mmio$
 * expect: locked: traits atomic-op$
 * expect: cpu_local: traits per-cpu$
 * expect: now: traits kernel-global$
 * expect: now: kernel-global: uses jiffies at traits.c:43:9
 * reject: barriers: ^  traits
 * reject: computes: ^  traits
 * expect: interrupts: traits privileged$
 * expect: strange: traits asm-effect$
 * expect: jumps: traits asm-goto$
 * expect: get_current: current: reads current
 */
