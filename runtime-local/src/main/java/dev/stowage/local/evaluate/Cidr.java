package dev.stowage.local.evaluate;

import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Fn::Cidr}: a range of IPv4 addresses cut into parts of one size. */
final class Cidr {

    private static final int BITS = 32;
    private static final int MOST = 256;

    private Cidr() {}

    /** The first so many parts, or null where the arguments make none. */
    static @Nullable ListNode of(List<Node> items) {
        if (items.size() < 2) {
            return null;
        }
        try {
            var block = Literals.text(items.get(0));
            var count = Integer.parseInt(Literals.text(items.get(1)));
            var hosts = items.size() < 3 ? 8 : Integer.parseInt(Literals.text(items.get(2)));
            var first = address(block.substring(0, block.indexOf('/')));
            return count < 1 || count > MOST || hosts < 1 || hosts >= BITS ? null : parts(first, count, hosts);
        } catch (NumberFormatException | StringIndexOutOfBoundsException noRange) {
            return null;
        }
    }

    private static ListNode parts(long first, int count, int hosts) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            parts.add(text(first + ((long) i << hosts)) + "/" + (BITS - hosts));
        }
        return Literals.list(parts);
    }

    private static long address(String dotted) {
        var address = 0L;
        for (var part : dotted.split("\\.", -1)) {
            address = address << 8 | Integer.parseInt(part);
        }
        return address;
    }

    private static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
