package dev.stowage.local.service;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.place.Fleet;
import java.time.Instant;
import java.util.Set;

/**
 * What a plan for a service rests on besides the service and its tasks.
 *
 * @param fleet the instances of the cluster and what runs on them
 * @param scale how much faster than AWS it waits
 * @param names where new names come from
 * @param alarms the names of the alarms that are in {@code ALARM}
 * @param now the present moment
 */
public record Situation(Fleet fleet, TimeScale scale, Names names, Set<String> alarms, Instant now) {}
