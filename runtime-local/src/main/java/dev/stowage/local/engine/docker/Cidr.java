package dev.stowage.local.engine.docker;

/**
 * A block of IPv4 addresses.
 *
 * @param base its first address, as a number
 * @param bits how many bits all of its addresses share
 */
record Cidr(int base, int bits) {

    /** Reads {@code 10.0.0.0/20}; bits behind the prefix are dropped. */
    static Cidr of(String text) {
        var slash = text.indexOf('/');
        var bits = Integer.parseInt(text.substring(slash + 1));
        return new Cidr(number(text.substring(0, slash)) & mask(bits), bits);
    }

    private static int number(String address) {
        var number = 0;
        for (var part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static int mask(int bits) {
        return bits == 0 ? 0 : -1 << (32 - bits);
    }

    /** Whether the two have an address in common. */
    boolean overlaps(Cidr other) {
        var shared = mask(Math.min(bits, other.bits));
        return (base & shared) == (other.base & shared);
    }

    /** The block of that size that comes as the {@code place}th in this one, from 0. */
    Cidr part(int size, int place) {
        return new Cidr(base + (place << (32 - size)), size);
    }

    /** How many blocks of that size there are in it. */
    int parts(int size) {
        return 1 << (size - bits);
    }

    /** How many addresses there are in it. */
    int size() {
        return 1 << (32 - bits);
    }

    /** The address that comes as the {@code place}th in it, from 0. */
    String address(int place) {
        var number = base + place;
        return (number >>> 24) + "." + (number >>> 16 & 255) + "." + (number >>> 8 & 255) + "." + (number & 255);
    }

    @Override
    public String toString() {
        return address(0) + "/" + bits;
    }
}
