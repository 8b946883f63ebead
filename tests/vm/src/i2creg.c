// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Registers of an I2C chip, through i2c-dev, whether a driver has the chip or not.
 *
 *	i2creg BUS ADDRESS COMMAND...
 *
 *	b REG		print a byte			b REG VALUE	write it
 *	w REG		print a big-endian word		w REG VALUE	write it
 *	lm75a		fill all 256 registers as an LM75A has them
 *	pattern		fill them with numbers that differ
 *	registers	print all of them
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <linux/i2c.h>
#include <linux/i2c-dev.h>

static int transfer(int fd, int write, unsigned int reg, int size, union i2c_smbus_data *data)
{
	struct i2c_smbus_ioctl_data args = {
		.read_write = write ? I2C_SMBUS_WRITE : I2C_SMBUS_READ,
		.command = reg, .size = size, .data = data,
	};

	if (ioctl(fd, I2C_SMBUS, &args) == 0)
		return 0;
	printf("register %u: %s\n", reg, strerror(errno));
	return 1;
}

static int set_byte(int fd, unsigned int reg, unsigned int value)
{
	union i2c_smbus_data data = { .byte = value };

	return transfer(fd, 1, reg, I2C_SMBUS_BYTE_DATA, &data);
}

/* SMBus has the low byte first, the chips have the high one. */
static unsigned int swapped(unsigned int word)
{
	return (word & 0xff) << 8 | (word >> 8 & 0xff);
}

static int set_word(int fd, unsigned int reg, unsigned int value)
{
	union i2c_smbus_data data = { .word = swapped(value) };

	return transfer(fd, 1, reg, I2C_SMBUS_WORD_DATA, &data);
}

static int show(int fd, char kind, unsigned int reg)
{
	union i2c_smbus_data data = { 0 };

	if (transfer(fd, 0, reg, kind == 'b' ? I2C_SMBUS_BYTE_DATA : I2C_SMBUS_WORD_DATA, &data))
		return 1;
	if (kind == 'b')
		printf("register %u = 0x%02x\n", reg, data.byte);
	else
		printf("register %u = 0x%04x\n", reg, swapped(data.word));
	return 0;
}

/*
 * What detection looks at: no identification but unused registers that read 0xff,
 * a revision in register 7, and all of it again every 8 registers.
 */
static int fill_lm75a(int fd)
{
	static const unsigned int words[8] = {
		0x1980, 0x0000, 0x4b00, 0x5000, 0xffff, 0xffff, 0xffff, 0xa1ff
	};
	unsigned int reg;

	for (reg = 0; reg < 256; reg++) {
		if (set_word(fd, reg, words[reg % 8]))
			return 1;
	}
	return 0;
}

static int fill_pattern(int fd)
{
	int failed = 0;

	for (unsigned int reg = 0; reg < 256; reg++)
		failed |= set_byte(fd, reg, reg * 37 + 11);
	return failed;
}

static int show_registers(int fd)
{
	for (unsigned int reg = 0; reg < 256; reg++) {
		union i2c_smbus_data data = { 0 };

		if (transfer(fd, 0, reg, I2C_SMBUS_BYTE_DATA, &data))
			return 1;
		printf("%02x%s", data.byte, reg % 32 == 31 ? "\n" : " ");
	}
	return 0;
}

static int command(int fd, int argc, char **argv)
{
	unsigned int reg;

	if (argc == 1 && !strcmp(argv[0], "lm75a"))
		return fill_lm75a(fd);
	if (argc == 1 && !strcmp(argv[0], "pattern"))
		return fill_pattern(fd);
	if (argc == 1 && !strcmp(argv[0], "registers"))
		return show_registers(fd);
	if (argc < 2 || argc > 3 || strspn(argv[0], "bw") != 1)
		return 2;
	reg = strtoul(argv[1], NULL, 0);
	if (argc == 2)
		return show(fd, argv[0][0], reg);
	if (argv[0][0] == 'b')
		return set_byte(fd, reg, strtoul(argv[2], NULL, 0));
	return set_word(fd, reg, strtoul(argv[2], NULL, 0));
}

int main(int argc, char **argv)
{
	char path[32];
	int fd;

	if (argc < 4) {
		fprintf(stderr, "usage: i2creg BUS ADDRESS COMMAND...\n");
		return 2;
	}
	snprintf(path, sizeof(path), "/dev/i2c-%s", argv[1]);
	fd = open(path, O_RDWR);
	if (fd < 0 || ioctl(fd, I2C_SLAVE_FORCE, strtoul(argv[2], NULL, 0)) < 0) {
		printf("%s: %s\n", path, strerror(errno));
		return 1;
	}
	return command(fd, argc - 3, argv + 3);
}
