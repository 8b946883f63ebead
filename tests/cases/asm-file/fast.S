/* SPDX-License-Identifier: GPL-2.0-only */
#include <linux/linkage.h>
SYM_FUNC_START(fast_op)
	mov %rdi, %rax
	RET
SYM_FUNC_END(fast_op)
