// SPDX-License-Identifier: GPL-2.0-or-later
/* The transport of a real session: generic netlink, by libmnl. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <libmnl/libmnl.h>
#include <linux/genetlink.h>
#include "internal.h"

struct netlink {
	struct mdrv_transport transport;
	struct mnl_socket *sock;
	int fd;
	u16 family;
	u32 seq;
	char why[128];		/* the kernel's own words, with its last error */
};

static void put_string(struct nlmsghdr *nlh, u16 type, const char *str)
{
	if (str)
		mnl_attr_put_strz(nlh, type, str);
}

/*
 * Headers and small attributes in one piece, the two lists from where they were
 * encoded. Lists are padded already, so are netlink's attributes with them.
 */
static int netlink_send(struct mdrv_transport *t, const struct mdrv_message *msg)
{
	struct netlink *nl = (struct netlink *)t;
	char head[512] __attribute__((aligned(8)));
	struct nlmsghdr *nlh = mnl_nlmsg_put_header(head);
	struct genlmsghdr *genl = mnl_nlmsg_put_extra_header(nlh, sizeof(*genl));
	struct nlattr args = { .nla_type = MDRV_A_ARGS, .nla_len = sizeof(args) + msg->args_len };
	struct nlattr sync = { .nla_type = MDRV_A_SYNC, .nla_len = sizeof(sync) + msg->sync_len };
	struct sockaddr_nl to = { .nl_family = AF_NETLINK };
	struct iovec iov[5];
	struct msghdr mh = { .msg_name = &to, .msg_namelen = sizeof(to), .msg_iov = iov };
	int n = 0;

	nlh->nlmsg_type = nl->family;
	nlh->nlmsg_flags = NLM_F_REQUEST;
	nlh->nlmsg_seq = ++nl->seq;
	genl->cmd = msg->cmd;
	genl->version = MDRV_GENL_VERSION;
	put_string(nlh, MDRV_A_DRIVER, msg->driver);
	put_string(nlh, MDRV_A_HASH, msg->hash);
	if (msg->chain)
		mnl_attr_put_u32(nlh, MDRV_A_CHAIN, msg->chain);
	if (msg->cmd == MDRV_CMD_DOWNCALL)
		mnl_attr_put_u32(nlh, MDRV_A_FUNC, msg->func);
	if (msg->cmd == MDRV_CMD_UPCALL)
		mnl_attr_put_u32(nlh, MDRV_A_ERROR, msg->error);
	iov[n++] = (struct iovec){ head, nlh->nlmsg_len };
	if (msg->args_len) {
		iov[n++] = (struct iovec){ &args, sizeof(args) };
		iov[n++] = (struct iovec){ (void *)msg->args, msg->args_len };
		nlh->nlmsg_len += args.nla_len;
	}
	if (msg->sync_len) {
		iov[n++] = (struct iovec){ &sync, sizeof(sync) };
		iov[n++] = (struct iovec){ (void *)msg->sync, msg->sync_len };
		nlh->nlmsg_len += sync.nla_len;
	}
	mh.msg_iovlen = n;
	while (sendmsg(nl->fd, &mh, 0) < 0) {
		if (errno != EINTR)
			return -errno;
	}
	return 0;
}

static bool list_of(const struct nlattr *attr, const u8 **at, u32 *len)
{
	*at = mnl_attr_get_payload(attr);
	*len = mnl_attr_get_payload_len(attr);
	return *len <= MDRV_LIST_MAX && !(*len & 7);
}

static bool attr_of(const struct nlattr *attr, struct mdrv_message *msg)
{
	static const u8 size[MDRV_A_MAX + 1] = {
		[MDRV_A_SESSION] = 4, [MDRV_A_CHAIN] = 4, [MDRV_A_PARENT] = 4,
		[MDRV_A_FUNC] = 4, [MDRV_A_ERROR] = 4, [MDRV_A_HZ] = 4,
		[MDRV_A_JIFFIES] = 8, [MDRV_A_MONOTONIC] = 8,
	};
	u16 type = mnl_attr_get_type(attr);

	if (type > MDRV_A_MAX)
		return true;
	if (size[type] && mnl_attr_get_payload_len(attr) != size[type])
		return false;
	switch (type) {
	case MDRV_A_SESSION:
		msg->session = mnl_attr_get_u32(attr);
		break;
	case MDRV_A_CHAIN:
		msg->chain = mnl_attr_get_u32(attr);
		break;
	case MDRV_A_PARENT:
		msg->parent = mnl_attr_get_u32(attr);
		break;
	case MDRV_A_FUNC:
		msg->func = mnl_attr_get_u32(attr);
		break;
	case MDRV_A_ERROR:
		msg->error = mnl_attr_get_u32(attr);
		break;
	case MDRV_A_HZ:
		msg->hz = mnl_attr_get_u32(attr);
		break;
	case MDRV_A_JIFFIES:
		msg->jiffies = mnl_attr_get_u64(attr);
		break;
	case MDRV_A_MONOTONIC:
		msg->monotonic = mnl_attr_get_u64(attr);
		break;
	case MDRV_A_ARGS:
		return list_of(attr, &msg->args, &msg->args_len);
	case MDRV_A_SYNC:
		return list_of(attr, &msg->sync, &msg->sync_len);
	}
	return true;
}

/* An error from the kernel's netlink code answers the message sent last. */
static int netlink_error(struct netlink *nl, const struct nlmsghdr *nlh)
{
	const struct nlmsgerr *err = mnl_nlmsg_get_payload(nlh);
	const struct nlattr *attr;
	size_t skip = sizeof(*err);

	if (nlh->nlmsg_len < MNL_NLMSG_HDRLEN + sizeof(*err))
		return -EPROTO;
	nl->why[0] = '\0';
	if (nlh->nlmsg_flags & NLM_F_ACK_TLVS) {
		if (!(nlh->nlmsg_flags & NLM_F_CAPPED))
			skip += err->msg.nlmsg_len - sizeof(err->msg);
		mnl_attr_for_each(attr, nlh, skip) {
			if (mnl_attr_get_type(attr) == NLMSGERR_ATTR_MSG &&
			    mnl_attr_validate(attr, MNL_TYPE_NUL_STRING) >= 0)
				strncpy(nl->why, mnl_attr_get_str(attr), sizeof(nl->why) - 1);
		}
	}
	return err->error;
}

static int parse(struct netlink *nl, const struct nlmsghdr *nlh, struct mdrv_message *msg)
{
	const struct genlmsghdr *genl = mnl_nlmsg_get_payload(nlh);
	const struct nlattr *attr;

	if (nlh->nlmsg_type != nl->family || nlh->nlmsg_len < MNL_NLMSG_HDRLEN + sizeof(*genl))
		return -EPROTO;
	msg->cmd = genl->cmd;
	mnl_attr_for_each(attr, nlh, sizeof(*genl)) {
		if (!attr_of(attr, msg))
			return -EPROTO;
	}
	return 0;
}

static int netlink_recv(struct mdrv_transport *t, struct mdrv_message *msg)
{
	struct netlink *nl = (struct netlink *)t;
	const struct nlmsghdr *nlh;
	ssize_t len;
	int rc;

	memset(msg, 0, sizeof(*msg));
	msg->buf = mdrv_buf_get();
	for (;;) {
		len = recv(nl->fd, msg->buf->data, sizeof(msg->buf->data), MSG_TRUNC);
		if (len < 0 && errno == EINTR)
			continue;
		if (len < 0) {
			rc = -errno;
			break;
		}
		nlh = (const struct nlmsghdr *)msg->buf->data;
		if (len > (ssize_t)sizeof(msg->buf->data) || !mnl_nlmsg_ok(nlh, len)) {
			rc = -EPROTO;
			break;
		}
		if (nlh->nlmsg_type == NLMSG_ERROR) {
			rc = netlink_error(nl, nlh);
			if (!rc)
				continue;
			break;
		}
		rc = parse(nl, nlh, msg);
		break;
	}
	if (rc) {
		mdrv_buf_put(msg->buf);
		msg->buf = NULL;
	}
	return rc;
}

const char *mdrv_netlink_why(const struct mdrv_transport *t)
{
	return ((const struct netlink *)t)->why;
}

static int family_attr(const struct nlattr *attr, void *data)
{
	if (mnl_attr_get_type(attr) == CTRL_ATTR_FAMILY_ID &&
	    mnl_attr_validate(attr, MNL_TYPE_U16) >= 0)
		*(u16 *)data = mnl_attr_get_u16(attr);
	return MNL_CB_OK;
}

static int family_reply(const struct nlmsghdr *nlh, void *data)
{
	return mnl_attr_parse(nlh, sizeof(struct genlmsghdr), family_attr, data);
}

static int family_resolve(struct netlink *nl)
{
	char buf[4096] __attribute__((aligned(8)));
	struct nlmsghdr *nlh = mnl_nlmsg_put_header(buf);
	struct genlmsghdr *genl = mnl_nlmsg_put_extra_header(nlh, sizeof(*genl));
	ssize_t len;

	nlh->nlmsg_type = GENL_ID_CTRL;
	nlh->nlmsg_flags = NLM_F_REQUEST;
	nlh->nlmsg_seq = ++nl->seq;
	genl->cmd = CTRL_CMD_GETFAMILY;
	genl->version = 1;
	mnl_attr_put_strz(nlh, CTRL_ATTR_FAMILY_NAME, MDRV_GENL_NAME);
	if (mnl_socket_sendto(nl->sock, nlh, nlh->nlmsg_len) < 0)
		return -errno;
	len = mnl_socket_recvfrom(nl->sock, buf, sizeof(buf));
	if (len < 0)
		return -errno;
	if (mnl_cb_run(buf, len, 0, 0, family_reply, &nl->family) < 0)
		return -errno;
	return nl->family ? 0 : -ENOENT;
}

/*
 * A message is sent whole or not at all, so both queues must take the largest.
 * Without the privilege to raise them, the system's limit has to do.
 */
static void queue_sizes(int fd)
{
	int size = 4 * MDRV_MSG_MAX;

	if (setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof(size)))
		setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
	if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof(size)))
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
}

int mdrv_netlink_open(struct mdrv_transport **t)
{
	struct netlink *nl = calloc(1, sizeof(*nl));
	int one = 1;
	int rc;

	if (!nl)
		return -ENOMEM;
	nl->sock = mnl_socket_open2(NETLINK_GENERIC, SOCK_CLOEXEC);
	if (!nl->sock) {
		rc = -errno;
		free(nl);
		return rc;
	}
	nl->fd = mnl_socket_get_fd(nl->sock);
	nl->transport.send = netlink_send;
	nl->transport.recv = netlink_recv;
	rc = mnl_socket_bind(nl->sock, 0, MNL_SOCKET_AUTOPID) < 0 ? -errno : family_resolve(nl);
	if (rc) {
		mnl_socket_close(nl->sock);
		free(nl);
		return rc;
	}
	mnl_socket_setsockopt(nl->sock, NETLINK_EXT_ACK, &one, sizeof(one));
	mnl_socket_setsockopt(nl->sock, NETLINK_CAP_ACK, &one, sizeof(one));
	queue_sizes(nl->fd);
	*t = &nl->transport;
	return 0;
}
