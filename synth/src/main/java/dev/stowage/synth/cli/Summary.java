package dev.stowage.synth.cli;

import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Template;
import dev.stowage.synth.index.Exposure;
import dev.stowage.synth.index.Exposure.Door;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What a synthesis made, in a few lines: the stacks, what the internet can reach, and what was found. */
final class Summary {

    private static final int WIDTH = 100;
    private static final int MOST_NAMES = 6;
    private static final int MOST_BALANCERS = 8;
    private static final String REACHABLE = "reachable from the internet: ";

    private final StringBuilder text = new StringBuilder();

    private Summary() {}

    /** The summary of a model, of what is written raw in it, and of what was found. */
    static String of(Model model, ResourceGraph graph, List<String> raws, Report report) {
        var summary = new Summary();
        summary.stacks(model.templates());
        summary.doors(Exposure.of(graph));
        summary.raws(raws);
        return summary.text
                .append("findings: ")
                .append(Findings.counts(report))
                .append('\n')
                .toString();
    }

    private void stacks(List<Template> templates) {
        var column = 0;
        for (var template : templates) {
            column = Math.max(column, template.stack().length());
        }
        for (var template : templates) {
            var count = Tally.counted(template.resources().size(), "resource");
            text.append(template.stack())
                    .append(" ".repeat(column - template.stack().length() + 3))
                    .append(count);
            if (!template.resources().isEmpty()) {
                var indent = column + 3 + count.length() + 2;
                text.append(": ").append(Kinds.of(template.resources()).wrapped(indent, WIDTH));
            }
            text.append('\n');
        }
    }

    /** A line for each load balancer, up to a number; its name only where there are several. */
    private void doors(List<Door> doors) {
        var names = new LinkedHashSet<String>();
        for (var door : doors) {
            names.add(door.balancer());
        }
        var balancers = new ArrayList<>(names);
        var indent = REACHABLE;
        for (var balancer : balancers.subList(0, Math.min(MOST_BALANCERS, balancers.size()))) {
            text.append(indent).append(balancers.size() > 1 ? balancer + " " : "");
            doors(doors, balancer);
            indent = " ".repeat(REACHABLE.length());
        }
        if (balancers.size() > MOST_BALANCERS) {
            text.append(indent).append(balancers.size() - MOST_BALANCERS).append(" more load balancers\n");
        }
    }

    private void doors(List<Door> doors, String balancer) {
        var isFirst = true;
        for (var door : doors) {
            if (door.balancer().equals(balancer)) {
                text.append(isFirst ? "" : ", ");
                door(door);
                isFirst = false;
            }
        }
        text.append('\n');
    }

    /** Such as {@code https 443 -> storefront, checkout}. */
    private void door(Door door) {
        text.append(door.protocol().or("any protocol").toLowerCase(Locale.ROOT)).append(' ');
        text.append(door.port().isKnown() ? String.valueOf(door.port().or(0)) : "on a port given at deployment");
        if (!door.answers().isEmpty()) {
            text.append(" -> ").append(names(door.answers()));
        } else {
            text.append(door.redirects() ? " (redirect)" : " (no service)");
        }
    }

    private void raws(List<String> raws) {
        if (!raws.isEmpty()) {
            text.append("written raw: ").append(names(raws)).append('\n');
        }
    }

    /** The first of many names stand for the rest. */
    private static String names(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES - 1)) + " and " + (names.size() - MOST_NAMES + 1)
                        + " more";
    }
}
