package ackscope.core.send;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's mock, which also tells what it was called for, and can block where the real one does. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // a send that blocks must not hold the lock that a close needs
final class ScriptedProducer extends MockProducer<byte[], byte[]> {
    private final String name;
    private final List<String> calls;
    private final CountDownLatch blocked = new CountDownLatch(1);
    private volatile String blockIn = "";
    private Runnable beforeSend = () -> {
    };

    ScriptedProducer(String name, boolean autoComplete, List<String> calls) {
        super(autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
        this.name = name;
        this.calls = calls;
    }

    /** Blocks in one call until interrupted, as the real one does for max.block.ms. */
    void blockIn(String call) {
        blockIn = call;
    }

    /** Waits until it blocks. */
    void awaitBlocked() throws InterruptedException {
        blocked.await();
    }

    void beforeSend(Runnable what) {
        beforeSend = what;
    }

    private void called(String call) {
        calls.add(name + " " + call);
        if (call.equals(blockIn)) {
            blocked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    @Override
    public void initTransactions() {
        called("init");
        super.initTransactions();
    }

    @Override
    public void beginTransaction() {
        called("begin");
        super.beginTransaction();
    }

    @Override
    public void commitTransaction() {
        called("commit");
        super.commitTransaction();
    }

    @Override
    public void abortTransaction() {
        called("abort");
        super.abortTransaction();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        beforeSend.run();
        called("send");
        return super.send(record, callback);
    }

    @Override
    public void close(Duration limit) {
        called("close " + limit.toMillis());
        if (!limit.isZero()) {
            called("drain");
            while (completeNext()) {
                calls.add(name + " delivered");
            }
        }
        super.close(limit);
    }
}
