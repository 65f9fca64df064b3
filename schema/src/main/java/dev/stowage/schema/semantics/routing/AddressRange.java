package dev.stowage.schema.semantics.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** A range of addresses that share their first bits, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
public final class AddressRange {

    private static final int OCTET = 8;
    private static final int OCTETS = 4;

    private final byte[] base;
    private final int bits;

    private AddressRange(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /** The range that is written so, a single address being one of all its bits; none where it is not written as a range is. */
    public static Optional<AddressRange> parse(String text) {
        var slash = text.indexOf('/');
        var base = address(slash < 0 ? text : text.substring(0, slash));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        var width = base.get().length * OCTET;
        var bits = slash < 0 ? width : number(text.substring(slash + 1), width);
        return bits < 0 ? Optional.empty() : Optional.of(new AddressRange(base.get(), bits));
    }

    /** How many of their first bits all addresses of the range share. */
    public int bits() {
        return bits;
    }

    /** Whether it is written with its first address, as the blocks of networks are. */
    public boolean beginsAtItsFirst() {
        for (var bit = bits; bit < base.length * OCTET; bit++) {
            if ((base[bit / OCTET] >> (OCTET - 1 - bit % OCTET) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * One of the ranges that share this one evenly, a range of IPv4 that begins at its first address.
     *
     * @param more how many bits more they have in common: with 4 there are sixteen of them
     * @param position which one, from 0
     */
    public AddressRange part(int more, int position) {
        var address = 0L;
        for (var octet : base) {
            address = address << OCTET | octet & 0xFF;
        }
        address += (long) position << (base.length * OCTET - bits - more);
        var part = new byte[base.length];
        for (var i = part.length - 1; i >= 0; i--) {
            part[i] = (byte) address;
            address >>= OCTET;
        }
        return new AddressRange(part, bits + more);
    }

    /** Whether the address is in the range; an address of the other family never is. */
    public boolean contains(InetAddress address) {
        return shares(address.getAddress());
    }

    /** Whether every address of the other range is in this one. */
    public boolean contains(AddressRange other) {
        return bits <= other.bits && shares(other.base);
    }

    private boolean shares(byte[] theirs) {
        if (base.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit += OCTET) {
            var mask = bits - bit >= OCTET ? 0xFF : 0xFF << (OCTET - (bits - bit)) & 0xFF;
            if (((base[bit / OCTET] ^ theirs[bit / OCTET]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** An address in digits; names are not looked up. */
    private static Optional<byte[]> address(String text) {
        if (text.indexOf(':') >= 0) {
            return six(text);
        }
        var parts = text.split("\\.", -1);
        var address = new byte[OCTETS];
        for (var i = 0; i < parts.length; i++) {
            var octet = parts.length == OCTETS ? number(parts[i], 0xFF) : -1;
            if (octet < 0) {
                return Optional.empty();
            }
            address[i] = (byte) octet;
        }
        return Optional.of(address);
    }

    private static Optional<byte[]> six(String text) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character != ':' && character != '.' && Character.digit(character, 16) < 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits, int most) {
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        var number = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number <= most ? number : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && bits == that.bits && Arrays.equals(base, that.base);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(base) * 31 + bits;
    }

    /** As it is written. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var i = 0; i < base.length; i++) {
            if (base.length == OCTETS) {
                text.append(i == 0 ? "" : ".").append(base[i] & 0xFF);
            } else {
                var hex = Integer.toHexString(base[i] & 0xFF);
                text.append(i > 0 && i % 2 == 0 ? ":" : "")
                        .append(hex.length() == 1 ? "0" : "")
                        .append(hex);
            }
        }
        return text.append('/').append(bits).toString();
    }
}
