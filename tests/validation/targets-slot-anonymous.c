// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct port {
	int kind;
	union {
		struct {
			void (*start)(struct port *port);
			void (*stop)(struct port *port);
		};
		int other;
	};
};

static void start(struct port *port) { }
static void stop(struct port *port) { }

void init(struct port *port)
{
	port->start = start;
	port->stop = stop;
}

void run(struct port *port)
{
	port->start(port);
}

MODULE_LICENSE("GPL");
/*
 * check-name: members of anonymous members
 * expect: run: call .*TARGETS slot:start$
 */
