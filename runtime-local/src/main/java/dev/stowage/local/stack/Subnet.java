package dev.stowage.local.stack;

/**
 * A subnet, for the addresses and zones that tasks are told.
 *
 * @param key its resource
 * @param id its id
 * @param vpc the id of its VPC
 * @param zone its availability zone
 * @param cidr its range of addresses: a label, see the networks of a run
 */
public record Subnet(ResourceKey key, String id, String vpc, String zone, String cidr) {}
