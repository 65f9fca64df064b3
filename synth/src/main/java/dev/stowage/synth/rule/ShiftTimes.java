package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService.CanaryConfiguration;
import dev.stowage.schema.resource.EcsService.DeploymentConfiguration;
import dev.stowage.schema.resource.EcsService.HookTimeoutConfig;
import dev.stowage.schema.resource.EcsService.LinearConfiguration;

/** The percentages and times of a shift, in the ranges of ECS and within what CloudFormation waits for. */
final class ShiftTimes {

    private static final String CONFIGURATION = "DeploymentConfiguration/";

    /** A day: the longest that one stage may last. */
    private static final int STAGE_MINUTES = 1_440;

    /** A fortnight: the longest that a hook may take. */
    private static final int HOOK_MINUTES = 20_160;

    /** 33 h: the longest wait that CloudFormation, which gives a service 36 h, still survives. */
    private static final int TOTAL_MINUTES = 1_980;

    private final Found subject;
    private final DeploymentConfiguration configuration;
    private final CanaryConfiguration canary;
    private final LinearConfiguration linear;
    private final Findings findings;

    ShiftTimes(Found subject, DeploymentConfiguration configuration, Findings findings) {
        this.subject = subject;
        this.configuration = configuration;
        this.canary = configuration.canaryConfiguration().or(CanaryConfiguration.EMPTY);
        this.linear = configuration.linearConfiguration().or(LinearConfiguration.EMPTY);
        this.findings = findings;
    }

    void judge(Rule rule) {
        if (rule == ServiceShift.TOTAL) {
            total();
            return;
        }
        minutes("BakeTimeInMinutes", configuration.bakeTimeInMinutes(), 0, STAGE_MINUTES);
        var canaryMinutes = canary.canaryBakeTimeInMinutes();
        minutes("CanaryConfiguration/CanaryBakeTimeInMinutes", canaryMinutes, 0, STAGE_MINUTES);
        minutes("LinearConfiguration/StepBakeTimeInMinutes", linear.stepBakeTimeInMinutes(), 0, STAGE_MINUTES);
        percent("CanaryConfiguration/CanaryPercent", canary.canaryPercent(), 0.1);
        percent("LinearConfiguration/StepPercent", linear.stepPercent(), 3);
        var position = 0;
        for (var hook : configuration.lifecycleHooks()) {
            var timeout = hook.timeoutConfiguration().or(HookTimeoutConfig.EMPTY);
            var property = "LifecycleHooks/" + position++ + "/TimeoutConfiguration/TimeoutInMinutes";
            minutes(property, timeout.timeoutInMinutes(), 1, HOOK_MINUTES);
        }
    }

    private void minutes(String property, Reading<Integer> minutes, int least, int most) {
        var value = minutes.or(least);
        if (minutes.isKnown() && (value < least || value > most)) {
            var message = "`" + subject.name() + "` waits " + value + " min in a stage of its shift, and ECS takes "
                    + least + " to " + most + " min.";
            var fault = findings.fault(CONFIGURATION + property, minutes, message)
                    .fix("Write " + least + " to " + most + " min.");
            findings.add(fault, minutes);
        }
    }

    private void percent(String property, Reading<Double> percent, double least) {
        if (!percent.isKnown()) {
            return;
        }
        var value = percent.or(least);
        var isInSteps = Math.abs(value * 10 - Math.rint(value * 10)) < 1e-6;
        if (value < least || value > 100 || !isInSteps) {
            var range = text(least) + " to 100 %";
            var message = "`" + subject.name() + "` shifts " + text(value) + " % of its traffic, and ECS takes " + range
                    + " in steps of 0.1 %.";
            var fault = findings.fault(CONFIGURATION + property, percent, message)
                    .fix("Write " + range + ", with one digit after the point at most.");
            findings.add(fault, percent);
        }
    }

    /** Values that are not written are those of the API: 5 % and 10 min for a canary, 10 % and 6 min for a step. */
    private void total() {
        var isCanary = configuration.strategy().is("CANARY");
        var isLinear = configuration.strategy().is("LINEAR");
        var bake = configuration.bakeTimeInMinutes().orDefault(0);
        var each = isCanary
                ? canary.canaryBakeTimeInMinutes().orDefault(10)
                : linear.stepBakeTimeInMinutes().orDefault(6);
        var step = linear.stepPercent().orDefault(10.0);
        if (!bake.isKnown() || !isCanary && !isLinear || !each.isKnown() || isLinear && !step.isKnown()) {
            return;
        }
        var waits = isCanary ? 1 : waits(step.or(10.0));
        var minutes = bake.or(0) + (long) waits * each.or(0);
        if (minutes > TOTAL_MINUTES) {
            var message = "`" + subject.name() + "` takes " + minutes + " min to shift its traffic and to bake, and "
                    + "CloudFormation gives up after " + TOTAL_MINUTES + " min.";
            var fault = findings.fault(CONFIGURATION + "Strategy", configuration.strategy(), message)
                    .fix("Take fewer or shorter steps, or bake for less long.");
            findings.add(fault, bake, each, isCanary ? each : step);
        }
    }

    /** Between steps is waited: ten steps have nine waits, and a remainder is a step of its own. */
    private static int waits(double step) {
        if (step <= 0) {
            return 0;
        }
        var steps = 100 / step;
        var isEven = Math.abs(steps - Math.rint(steps)) < 1e-9;
        return isEven ? (int) Math.rint(steps) - 1 : (int) Math.floor(steps);
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
