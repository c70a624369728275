package org.alternat.pki;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks others over HTTP; the time-out is for the whole answer, its last byte included, and its size has a limit. */
public final class BoundedHttp {

    private final HttpClient http;
    private final Duration timeout;
    private final int limit;

    /**
     * @param timeout how long one answer may take, connection included
     * @param limit bytes that an answer may have
     */
    public BoundedHttp(Duration timeout, int limit) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.timeout = timeout;
        this.limit = limit;
    }

    /**
     * Sends and waits.
     *
     * @throws IOException in words that fit into a sentence about the address
     */
    public HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), info -> new Bounded(HttpResponse.BodySubscribers.ofByteArray()));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static IOException failed(Throwable cause) {
        if (cause instanceof java.net.ConnectException) {
            return new IOException("no connection", cause);
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return new IOException("no connection in time", cause);
        }
        return new IOException(
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }

    /** Passes on what fits and breaks off behind it. */
    private final class Bounded implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> inner;
        private Flow.@org.jspecify.annotations.Nullable Subscription subscription;
        private long received;

        Bounded(HttpResponse.BodySubscriber<byte[]> inner) {
            this.inner = inner;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return inner.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            inner.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (received > limit) {
                if (subscription != null) {
                    subscription.cancel();
                }
                inner.onError(new IOException("the answer is longer than " + limit + " bytes"));
            } else {
                inner.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            inner.onError(failure);
        }

        @Override
        public void onComplete() {
            inner.onComplete();
        }
    }
}
