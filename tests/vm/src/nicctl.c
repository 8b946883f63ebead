// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Network driver calls that no common program makes: MII ioctls and the ioctl
 * form of ethtool commands.  Prints what comes back, or the error.
 *
 *	nicctl DEV phy			SIOCGMIIPHY
 *	nicctl DEV get REG		SIOCGMIIREG
 *	nicctl DEV set REG VALUE	SIOCSMIIREG
 *	nicctl DEV private		SIOCDEVPRIVATE, which a driver may not know
 *	nicctl DEV ethtool CMD		SIOCETHTOOL with a 32-bit value, e.g. 0x7
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <linux/if.h>
#include <linux/ethtool.h>
#include <linux/mii.h>
#include <linux/sockios.h>

static int call(int fd, unsigned long request, struct ifreq *ifr)
{
	if (ioctl(fd, request, ifr) == 0)
		return 0;
	printf("error: %s\n", strerror(errno));
	return 1;
}

static int mii(int fd, struct ifreq *ifr, int argc, char **argv)
{
	struct mii_ioctl_data *data = (void *)&ifr->ifr_data;

	if (call(fd, SIOCGMIIPHY, ifr))
		return 1;
	if (!strcmp(argv[2], "phy")) {
		printf("phy %u\n", data->phy_id);
		return 0;
	}
	if (argc < 4)
		return 2;
	data->reg_num = strtoul(argv[3], NULL, 0);
	if (!strcmp(argv[2], "get")) {
		if (call(fd, SIOCGMIIREG, ifr))
			return 1;
		printf("reg %u = 0x%04x\n", data->reg_num, data->val_out);
		return 0;
	}
	if (argc < 5)
		return 2;
	data->val_in = strtoul(argv[4], NULL, 0);
	return call(fd, SIOCSMIIREG, ifr);
}

int main(int argc, char **argv)
{
	struct ethtool_value value = { 0 };
	struct ifreq ifr = { 0 };
	int fd, ret;

	if (argc < 3) {
		fprintf(stderr, "usage: nicctl DEV phy|get|set|private|ethtool ...\n");
		return 2;
	}
	fd = socket(AF_INET, SOCK_DGRAM, 0);
	if (fd < 0) {
		perror("socket");
		return 2;
	}
	snprintf(ifr.ifr_name, sizeof(ifr.ifr_name), "%s", argv[1]);
	if (!strcmp(argv[2], "private"))
		return call(fd, SIOCDEVPRIVATE, &ifr);
	if (strcmp(argv[2], "ethtool"))
		return mii(fd, &ifr, argc, argv);
	if (argc < 4)
		return 2;
	value.cmd = strtoul(argv[3], NULL, 0);
	ifr.ifr_data = (void *)&value;
	ret = call(fd, SIOCETHTOOL, &ifr);
	if (!ret)
		printf("ethtool 0x%x = 0x%x\n", value.cmd, value.data);
	return ret;
}
