package dev.stowage.dsl.generate;

/** How sizes are called. */
final class Words {

    private Words() {}

    /** The enum for so many CPU units. */
    static String type(int cpu) {
        return switch (cpu) {
            case 256 -> "QuarterVcpu";
            case 512 -> "HalfVcpu";
            case 1024 -> "OneVcpu";
            case 2048 -> "TwoVcpu";
            case 4096 -> "FourVcpu";
            case 8192 -> "EightVcpu";
            case 16384 -> "SixteenVcpu";
            case 32768 -> "ThirtyTwoVcpu";
            default -> throw new IllegalArgumentException("Nobody has named the sizes with " + cpu + " CPU units yet.");
        };
    }

    /** So many CPU units in vCPU: {@code 0.25}, {@code 4}. */
    static String vcpu(int cpu) {
        return cpu % 1024 == 0 ? String.valueOf(cpu / 1024) : String.valueOf(cpu / 1024.0);
    }

    /** The constant for so many MiB. */
    static String constant(int memory) {
        return memory % 1024 == 0 ? "GB_" + memory / 1024 : "MB_" + memory;
    }

    /** So many MiB for a reader. */
    static String memory(int memory) {
        return memory % 1024 == 0 ? memory / 1024 + " GiB" : memory + " MiB";
    }
}
