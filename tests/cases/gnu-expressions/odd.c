// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kernel.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
struct in { int a; void *p; u8 *b; };
struct odd { struct in in; union { int u; void *v; }; struct { int deep; } s[2]; int (*fn)(int); char tail[]; };
static struct odd *odd_one;
static void *odd_table[] = { [0 ... 2] = NULL, [3] = &odd_one };
static struct in odd_in = { .p = &(int){ 3 }, .a = offsetof(struct odd, s[1].deep) };
static int odd_f(int x) { return x; }
static int odd_vla(int n, int a[n]) { int b[n]; b[0] = sizeof(int[n]); return a[0] + b[0]; }
static long odd_va(int n, ...) { va_list ap; long r; va_start(ap, n); r = va_arg(ap, long); va_end(ap); return r; }
static int odd_open(struct inode *inode, struct file *file)
{
	void *p = file->private_data ?: odd_one, *q = (0, p), *r = ({ 0; (void *)0; }), *s;
	struct odd *o = p ?: q;
	extern int odd_elsewhere __attribute__((weak));
	static const void *const jump[] = { &&one, &&two };
	struct in *lit = &(struct in){ .a = 1, .p = p };
	typeof(o->s[0]) copy = o->s[1];
	int (*fp)(int) = o->fn ?: odd_f;
	u8 *b = (u8 *)o + offsetof(struct odd, in.b);
	__auto_type z = __builtin_choose_expr(1, o, 3);
	int k = _Generic(o, struct odd *: 1, default: 2), arr[2] = { 1 };

	s = ({ switch (k) { case 1: break; } q; });
	p = ({ do { } while (0); (void *)1 + 1; });
	p = &odd_table[1][0] - 0;
	goto *jump[k & 1];
one:
	k += odd_vla(1, arr) + (*fp)(1) + (&odd_f)(2) + (**fp)(3) + odd_va(1, 2L);
two:
	asm volatile("" : "+r"(k), "=m"(o->in.a) : "r"(p), "m"(*o) : "memory");
	*lit = odd_in;
	((struct odd *)z)->in = *lit;
	1[o->s].deep = copy.deep;
	odd_one = r ? NULL : (void *)(unsigned long)(k, (unsigned long)s);
	b[0]++; --*b; *b++ = 1; p += 1; p = p - 1; p = b -= 2;
	memset(&o->in, 0, sizeof o->in + __alignof__(struct in) + _Alignof(int));
	return __builtin_types_compatible_p(typeof(k), int) ? -!!k : &odd_elsewhere ? 1 : __builtin_constant_p(k);
}
static const struct file_operations odd_fops = { .owner = THIS_MODULE, .open = odd_open };
static struct miscdevice odd_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "odd", .fops = &odd_fops };
module_misc_device(odd_misc);
MODULE_LICENSE("GPL");
