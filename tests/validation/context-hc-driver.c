// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb.h>
#include <linux/usb/hcd.h>

static irqreturn_t on_irq(struct usb_hcd *p0)
{
	return 0;
}

static int on_reset(struct usb_hcd *p0)
{
	return 0;
}

static int on_start(struct usb_hcd *p0)
{
	return 0;
}

static int on_pci_suspend(struct usb_hcd *p0, bool p1)
{
	return 0;
}

static int on_pci_resume(struct usb_hcd *p0, bool p1)
{
	return 0;
}

static void on_stop(struct usb_hcd *p0)
{
}

static void on_shutdown(struct usb_hcd *p0)
{
}

static int on_get_frame_number(struct usb_hcd *p0)
{
	return 0;
}

static int on_urb_enqueue(struct usb_hcd *p0, struct urb *p1, gfp_t p2)
{
	return 0;
}

static int on_urb_dequeue(struct usb_hcd *p0, struct urb *p1, int p2)
{
	return 0;
}

static int on_map_urb_for_dma(struct usb_hcd *p0, struct urb *p1, gfp_t p2)
{
	return 0;
}

static void on_unmap_urb_for_dma(struct usb_hcd *p0, struct urb *p1)
{
}

static void on_endpoint_disable(struct usb_hcd *p0, struct usb_host_endpoint *p1)
{
}

static void on_endpoint_reset(struct usb_hcd *p0, struct usb_host_endpoint *p1)
{
}

static int on_hub_status_data(struct usb_hcd *p0, char *p1)
{
	return 0;
}

static int on_hub_control(struct usb_hcd *p0, u16 p1, u16 p2, u16 p3, char *p4, u16 p5)
{
	return 0;
}

static int on_bus_suspend(struct usb_hcd *p0)
{
	return 0;
}

static int on_bus_resume(struct usb_hcd *p0)
{
	return 0;
}

static int on_start_port_reset(struct usb_hcd *p0, unsigned int p1)
{
	return 0;
}

static unsigned long on_get_resuming_ports(struct usb_hcd *p0)
{
	return 0;
}

static void on_relinquish_port(struct usb_hcd *p0, int p1)
{
}

static int on_port_handed_over(struct usb_hcd *p0, int p1)
{
	return 0;
}

static void on_clear_tt_buffer_complete(struct usb_hcd *p0, struct usb_host_endpoint *p1)
{
}

static int on_alloc_dev(struct usb_hcd *p0, struct usb_device *p1)
{
	return 0;
}

static void on_free_dev(struct usb_hcd *p0, struct usb_device *p1)
{
}

static int on_alloc_streams(struct usb_hcd *p0, struct usb_device *p1, struct usb_host_endpoint
	**p2, unsigned int p3, unsigned int p4, gfp_t p5)
{
	return 0;
}

static int on_free_streams(struct usb_hcd *p0, struct usb_device *p1, struct usb_host_endpoint
	**p2, unsigned int p3, gfp_t p4)
{
	return 0;
}

static int on_add_endpoint(struct usb_hcd *p0, struct usb_device *p1, struct usb_host_endpoint
	*p2)
{
	return 0;
}

static int on_drop_endpoint(struct usb_hcd *p0, struct usb_device *p1, struct usb_host_endpoint
	*p2)
{
	return 0;
}

static int on_check_bandwidth(struct usb_hcd *p0, struct usb_device *p1)
{
	return 0;
}

static void on_reset_bandwidth(struct usb_hcd *p0, struct usb_device *p1)
{
}

static int on_address_device(struct usb_hcd *p0, struct usb_device *p1, unsigned int p2)
{
	return 0;
}

static int on_enable_device(struct usb_hcd *p0, struct usb_device *p1)
{
	return 0;
}

static int on_update_hub_device(struct usb_hcd *p0, struct usb_device *p1, struct usb_tt *p2,
	gfp_t p3)
{
	return 0;
}

static int on_reset_device(struct usb_hcd *p0, struct usb_device *p1)
{
	return 0;
}

static int on_update_device(struct usb_hcd *p0, struct usb_device *p1)
{
	return 0;
}

static int on_set_usb2_hw_lpm(struct usb_hcd *p0, struct usb_device *p1, int p2)
{
	return 0;
}

static int on_enable_usb3_lpm_timeout(struct usb_hcd *p0, struct usb_device *p1, enum
	usb3_link_state p2)
{
	return 0;
}

static int on_disable_usb3_lpm_timeout(struct usb_hcd *p0, struct usb_device *p1, enum
	usb3_link_state p2)
{
	return 0;
}

static int on_find_raw_port_number(struct usb_hcd *p0, int p1)
{
	return 0;
}

static int on_port_power(struct usb_hcd *p0, int p1, bool p2)
{
	return 0;
}

static int on_submit_single_step_set_feature(struct usb_hcd *p0, struct urb *p1, int p2)
{
	return 0;
}

struct hc_driver table = {
	.irq = on_irq,
	.reset = on_reset,
	.start = on_start,
	.pci_suspend = on_pci_suspend,
	.pci_resume = on_pci_resume,
	.stop = on_stop,
	.shutdown = on_shutdown,
	.get_frame_number = on_get_frame_number,
	.urb_enqueue = on_urb_enqueue,
	.urb_dequeue = on_urb_dequeue,
	.map_urb_for_dma = on_map_urb_for_dma,
	.unmap_urb_for_dma = on_unmap_urb_for_dma,
	.endpoint_disable = on_endpoint_disable,
	.endpoint_reset = on_endpoint_reset,
	.hub_status_data = on_hub_status_data,
	.hub_control = on_hub_control,
	.bus_suspend = on_bus_suspend,
	.bus_resume = on_bus_resume,
	.start_port_reset = on_start_port_reset,
	.get_resuming_ports = on_get_resuming_ports,
	.relinquish_port = on_relinquish_port,
	.port_handed_over = on_port_handed_over,
	.clear_tt_buffer_complete = on_clear_tt_buffer_complete,
	.alloc_dev = on_alloc_dev,
	.free_dev = on_free_dev,
	.alloc_streams = on_alloc_streams,
	.free_streams = on_free_streams,
	.add_endpoint = on_add_endpoint,
	.drop_endpoint = on_drop_endpoint,
	.check_bandwidth = on_check_bandwidth,
	.reset_bandwidth = on_reset_bandwidth,
	.address_device = on_address_device,
	.enable_device = on_enable_device,
	.update_hub_device = on_update_hub_device,
	.reset_device = on_reset_device,
	.update_device = on_update_device,
	.set_usb2_hw_lpm = on_set_usb2_hw_lpm,
	.enable_usb3_lpm_timeout = on_enable_usb3_lpm_timeout,
	.disable_usb3_lpm_timeout = on_disable_usb3_lpm_timeout,
	.find_raw_port_number = on_find_raw_port_number,
	.port_power = on_port_power,
	.submit_single_step_set_feature = on_submit_single_step_set_feature,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hc_driver
 * context: on_irq: hardirq
 * context: on_reset: process
 * context: on_start: process
 * context: on_pci_suspend: process
 * context: on_pci_resume: process
 * context: on_stop: process
 * context: on_shutdown: process
 * context: on_get_frame_number: process atomic softirq hardirq
 * context: on_urb_enqueue: process atomic softirq hardirq
 * context: on_urb_dequeue: process atomic softirq hardirq
 * context: on_map_urb_for_dma: process atomic softirq hardirq
 * context: on_unmap_urb_for_dma: process atomic softirq hardirq
 * context: on_endpoint_disable: process
 * context: on_endpoint_reset: process
 * context: on_hub_status_data: process softirq hardirq
 * context: on_hub_control: process
 * context: on_bus_suspend: process
 * context: on_bus_resume: process
 * context: on_start_port_reset: process atomic softirq hardirq
 * context: on_get_resuming_ports: process
 * context: on_relinquish_port: process
 * context: on_port_handed_over: process
 * context: on_clear_tt_buffer_complete: process
 * context: on_alloc_dev: process
 * context: on_free_dev: process
 * context: on_alloc_streams: process
 * context: on_free_streams: process
 * context: on_add_endpoint: process
 * context: on_drop_endpoint: process
 * context: on_check_bandwidth: process
 * context: on_reset_bandwidth: process
 * context: on_address_device: process
 * context: on_enable_device: process
 * context: on_update_hub_device: process
 * context: on_reset_device: process
 * context: on_update_device: process
 * context: on_set_usb2_hw_lpm: process
 * context: on_enable_usb3_lpm_timeout: process
 * context: on_disable_usb3_lpm_timeout: process
 * context: on_find_raw_port_number: process
 * context: on_port_power: process atomic
 * context: on_submit_single_step_set_feature: process
 */
