package io.fluxlab.server.http;

import io.fluxlab.wire.ErrorBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between HTTP's codec and all routes of a connection: lets the head of one request after the other pass, nothing
 * else, and until it has become a WebSocket ends it where a request or an answer takes too long. Touched by the event loop
 * alone.
 *
 * <p>Requests that come before the one before them was answered (pipelining) are not read: a few bytes of each would
 * otherwise be kept as a large object. Whoever sends them has to expect that the connection closes after an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2">RFC 9112, section 9.3.2</a>
 */
final class HttpGuard extends ChannelDuplexHandler {

    static final String NAME = "fluxlab.httpGuard";

    /** How long a peer that is still sending may read why it was refused. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    /** So much of what a refused peer still sends is read and discarded, so that it gets to reading the answer. */
    private static final int LINGER_BYTES = 256 * 1024;

    private static final String ALLOWED = "GET, HEAD";

    private enum State {
        WAITING,
        ANSWERING,
        CLOSING,
        UPGRADED
    }

    private final HttpAccess access;
    private final HttpLimits limits;
    private final Consumer<? super HttpRequest> requests;
    private final Consumer<? super ErrorBody> refusals;

    private State state = State.WAITING;
    private @Nullable Future<?> deadline;
    private boolean readNothing = true;
    private boolean requestBegun;
    private boolean lastAnswer;
    private int discarded;

    HttpGuard(
            HttpAccess access,
            HttpLimits limits,
            Consumer<? super HttpRequest> requests,
            Consumer<? super ErrorBody> refusals) {
        this.access = access;
        this.limits = limits;
        this.requests = requests;
        this.refusals = refusals;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        become(State.WAITING, limits.request(), ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancelDeadline();
    }

    private void become(State next, Duration within, ChannelHandlerContext ctx) {
        cancelDeadline();
        state = next;
        requestBegun = false;
        deadline = ctx.executor().schedule(() -> timeIsUp(ctx), within.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void cancelDeadline() {
        Future<?> set = deadline;
        if (set != null) {
            set.cancel(false);
        }
    }

    private void timeIsUp(ChannelHandlerContext ctx) {
        if (state == State.WAITING && requestBegun) {
            long millis = limits.request().toMillis();
            refuse(
                    ctx,
                    HttpRefusal.limit(
                            HttpResponseStatus.REQUEST_TIMEOUT,
                            "requestMillis",
                            millis,
                            millis + 1,
                            "the rest of the request has not come"),
                    false);
            return;
        }
        if (state == State.ANSWERING) {
            long millis = limits.answer().toMillis();
            refusals.accept(HttpRefusal.limit(
                            HttpResponseStatus.REQUEST_TIMEOUT,
                            "answerMillis",
                            millis,
                            millis + 1,
                            "the answer was not taken")
                    .body());
        }
        ctx.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        readNothing = false;
        boolean isRequest = message instanceof HttpRequest;
        if (state == State.CLOSING || (state == State.ANSWERING && isRequest)) {
            discard(message);
        } else if (message instanceof HttpRequest request) {
            admit(ctx, request);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void discard(Object message) {
        lastAnswer = true;
        discarded += message instanceof HttpContent content ? content.content().readableBytes() : 0;
        ReferenceCountUtil.release(message);
    }

    private void admit(ChannelHandlerContext ctx, HttpRequest request) {
        HttpRefusal refusal = access.refusal(request, ctx.channel());
        if (refusal == null) {
            become(State.ANSWERING, limits.answer(), ctx);
            requests.accept(request);
            ctx.fireChannelRead(request);
        } else {
            boolean whole = request.decoderResult().isSuccess() && !HttpAccess.hasBody(request);
            ReferenceCountUtil.release(request);
            refuse(ctx, refusal, whole);
        }
    }

    /**
     * Says why, and closes.
     *
     * @param whole whether the peer has nothing left to send: closing would reset the connection before it reads why
     */
    private void refuse(ChannelHandlerContext ctx, HttpRefusal refusal, boolean whole) {
        refusals.accept(refusal.body());
        become(State.CLOSING, LINGER, ctx);
        ctx.writeAndFlush(answer(ctx, refusal)).addListener(written -> {
            if (whole) {
                ctx.close();
            }
        });
    }

    private static FullHttpResponse answer(ChannelHandlerContext ctx, HttpRefusal refusal) {
        ByteBuf text = ByteBufUtil.writeUtf8(ctx.alloc(), refusal.body().toText());
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal.status(), text);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, text.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (refusal.status().equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            answer.headers().set(HttpHeaderNames.ALLOW, ALLOWED);
        }
        return answer;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        requestBegun |= readNothing && state == State.WAITING; // the bytes that were read are only a beginning
        readNothing = true;
        if (state == State.CLOSING) {
            read(ctx);
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (discarded < LINGER_BYTES) {
            ctx.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (state == State.CLOSING) { // the answer to an earlier request, which is too late
            ReferenceCountUtil.release(message);
            promise.tryFailure(new IllegalStateException("the connection is closing"));
            return;
        }
        ChannelPromise written = promise.unvoid();
        if (message instanceof HttpResponse response) {
            begin(ctx, response, written);
        }
        if (state == State.ANSWERING && message instanceof LastHttpContent) {
            written.addListener(done -> answered(ctx));
        }
        ctx.write(message, written);
    }

    private void begin(ChannelHandlerContext ctx, HttpResponse response, ChannelPromise written) {
        if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            state = State.UPGRADED;
            cancelDeadline();
            written.addListener(done -> {
                if (!ctx.isRemoved()) {
                    ctx.pipeline().remove(this);
                }
            });
            return;
        }
        if (!response.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            response.setProtocolVersion(HttpVersion.HTTP_1_1); // not what the request says that it is, HTTP/1.5 for one
        }
        HttpStatusClass kind = response.status().codeClass();
        lastAnswer |= kind == HttpStatusClass.CLIENT_ERROR || kind == HttpStatusClass.SERVER_ERROR;
        if (lastAnswer) {
            HttpUtil.setKeepAlive(response, false);
        }
    }

    private void answered(ChannelHandlerContext ctx) {
        if (lastAnswer) {
            ctx.close();
        } else if (state == State.ANSWERING) {
            become(State.WAITING, limits.request(), ctx);
        }
    }
}
