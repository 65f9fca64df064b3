package dev.stowage.synth.emit.ec2;

import java.util.Optional;

/**
 * A block of IPv4 addresses.
 *
 * @param address its first address
 * @param prefix how many bits its addresses have in common
 */
record CidrBlock(long address, int prefix) {

    /** The block that a text such as {@code 10.0.0.0/16} names. */
    static Optional<CidrBlock> parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var prefix = number(text.substring(slash + 1), 32);
        var parts = text.substring(0, slash).split("\\.", -1);
        if (prefix < 0 || parts.length != 4) {
            return Optional.empty();
        }
        var address = 0L;
        for (var part : parts) {
            var octet = number(part, 255);
            if (octet < 0) {
                return Optional.empty();
            }
            address = address << 8 | octet;
        }
        var isFirst = prefix == 0 ? address == 0 : (address & ((1L << (32 - prefix)) - 1)) == 0;
        return isFirst ? Optional.of(new CidrBlock(address, prefix)) : Optional.empty();
    }

    /** One of the sixteen blocks that share this one evenly, from 0. */
    CidrBlock sixteenth(int position) {
        var smaller = prefix + 4;
        return new CidrBlock(address + ((long) position << (32 - smaller)), smaller);
    }

    /** One of the thirty-two blocks that share this one evenly, from 0. */
    CidrBlock thirtySecond(int position) {
        var smaller = prefix + 5;
        return new CidrBlock(address + ((long) position << (32 - smaller)), smaller);
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
    public String toString() {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255) + "/"
                + prefix;
    }
}
