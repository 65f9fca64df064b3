package dev.stowage.schema.semantics.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
 *
 * @param base an address in it
 * @param bits how many of its first bits all addresses of the range share
 */
public record AddressRange(InetAddress base, int bits) {

    /** The range that is written so; none where it is not written as a range is. */
    public static Optional<AddressRange> parse(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var width = address.get().getAddress().length * 8;
        var bits = slash < 0 ? width : bits(text.substring(slash + 1));
        return bits < 0 || bits > width ? Optional.empty() : Optional.of(new AddressRange(address.get(), bits));
    }

    /** Whether the address is in the range; an address of the other family never is. */
    public boolean contains(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit)) & 0xFF;
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bits(String text) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        var bits = 0;
        for (var at = 0; at < text.length(); at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            bits = bits * 10 + digit;
        }
        return bits;
    }

    /** An address in digits; names are not looked up. */
    private static Optional<InetAddress> address(String text) {
        var isSix = text.indexOf(':') >= 0;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            var isAllowed = character == '.' || (isSix ? isHex(character) : Character.digit(character, 10) >= 0);
            if (!isAllowed) {
                return Optional.empty();
            }
        }
        if (!isSix && text.chars().filter(each -> each == '.').count() != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isHex(char character) {
        return character == ':' || Character.digit(character, 16) >= 0;
    }
}
