package ackscope.core.compose;

import ackscope.core.event.RecordId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Who a record is, in 20 bytes that travel with it: magic, run, number, resend, and a CRC-32C of the rest of the value. A generated
 * value carries them as its own first bytes (not one byte more on the wire); a typed record in one header.
 */
public final class RecordStamp {
    /** Length in bytes. */
    public static final int LENGTH = 20;
    /** The header's name. */
    public static final String HEADER = "ack";

    private static final short MAGIC = (short) 0xAC5C;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private RecordStamp() {
    }

    /** Writes a stamp at the start of {@code bytes}, with the checksum given. */
    public static void write(byte[] bytes, RecordId id, int checksum) {
        write(bytes, id.run(), id.number(), id.resend(), checksum);
    }

    static void write(byte[] bytes, int run, long number, int resend, int checksum) {
        SHORT.set(bytes, 0, MAGIC);
        SHORT.set(bytes, 2, (short) resend);
        INT.set(bytes, 4, run);
        LONG.set(bytes, 8, number);
        INT.set(bytes, 16, checksum);
    }

    /** Where a record's stamp is if it has one: in its header, or at the start of its value, which may be null. */
    public static byte[] of(Headers headers, byte[] value) {
        Header header = headers.lastHeader(HEADER);
        return header == null ? value : header.value();
    }

    /** Whether bytes begin like a stamp; false for null. */
    public static boolean is(byte[] bytes) {
        return bytes != null && bytes.length >= LENGTH && (short) SHORT.get(bytes, 0) == MAGIC;
    }

    /** The run in a stamp. */
    public static int run(byte[] stamp) {
        return (int) INT.get(stamp, 4);
    }

    /** The number in a stamp. */
    public static long number(byte[] stamp) {
        return (long) LONG.get(stamp, 8);
    }

    /** The resend in a stamp. */
    public static int resend(byte[] stamp) {
        return (short) SHORT.get(stamp, 2) & 0xFFFF;
    }

    /** The id at the start of {@code bytes}, or empty if there is none. */
    public static Optional<RecordId> read(byte[] bytes) {
        return is(bytes) ? Optional.of(new RecordId(run(bytes), number(bytes), resend(bytes))) : Optional.empty();
    }

    /** The checksum in a stamp. */
    public static int checksum(byte[] stamp) {
        return (int) INT.get(stamp, 16);
    }

    /** CRC-32C of {@code value} from {@code from} on; 0 for null. */
    public static int crc(byte[] value, int from) {
        if (value == null) {
            return 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(value, from, value.length - from);
        return (int) crc.getValue();
    }
}
