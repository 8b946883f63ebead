/* SPDX-License-Identifier: GPL-2.0-only */
/* How rpc-run asks mdrv_rpc.ko and rpc_floor.ko to make calls. */
#ifndef RPC_RUN_H
#define RPC_RUN_H

#include <linux/types.h>
#include <linux/ioctl.h>

/**
 * struct rpc_run - one series of upcalls
 * @test:	RPC_UP_* in mdrv_rpc.ko; ignored in rpc_floor.ko
 * @count:	how many
 * @arg:	argument of the upcall, where it takes an int
 * @how:	HELD: enum rpc_how
 * @ns:		out: time that all of them took
 * @result:	out: of the last one; 0 if what it brought back was right, where
 *		the upcall has no int result of its own
 * @acquired:	out: acquisitions that have not been released or undone
 */
struct rpc_run {
	__u32 test;
	__u32 count;
	__u32 arg;
	__u32 how;
	__u64 ns;
	__s64 result;
	__s64 acquired;
};

#define RPC_IOC_RUN	_IOWR('R', 1, struct rpc_run)

/* The floor's family: one process says hello, then answers every call. */
#define RPC_FLOOR_NAME	"rpc_floor"
enum { RPC_FLOOR_CMD_HELLO = 1, RPC_FLOOR_CMD_CALL };
enum { RPC_FLOOR_A_SEQ = 1 };

#endif /* RPC_RUN_H */
