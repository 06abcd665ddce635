package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.link.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Lets in whoever has a token: the coordinator itself everywhere, workers to their queues. Thread-safe. */
final class Doorkeeper implements ActiveMQSecurityManager5 {

    private static final Set<CheckType> OF_WORKERS = Set.of(
            CheckType.SEND,
            CheckType.CONSUME,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE,
            CheckType.CREATE_ADDRESS,
            CheckType.DELETE_ADDRESS);

    private final String ownToken;
    private final Predicate<String> workers;
    private final Refusals refusals;

    /**
     * Lets in by these tokens.
     *
     * @param ownToken the coordinator's own
     * @param workers whether a token is one of workers
     */
    Doorkeeper(String ownToken, Predicate<String> workers, Refusals refusals) {
        this.ownToken = ownToken;
        this.workers = workers;
        this.refusals = refusals;
    }

    /** Null lets nobody in. */
    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, String domain) {
        if (user == null || password == null || !validateUser(user, password)) {
            refusals.add(Refusals.Cause.OTHER_TOKEN, connection.getRemoteAddress(), "its token is not the cluster's");
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        return subject.getPrincipals(UserPrincipal.class).stream()
                .anyMatch(user -> user.getName().equals(Link.COORDINATOR) || OF_WORKERS.contains(checkType));
    }

    @Override
    public boolean validateUser(String user, String password) {
        return user.equals(Link.COORDINATOR)
                ? same(ownToken, password)
                : user.equals(Link.WORKER) && workers.test(password);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return validateUser(user, password) && (user.equals(Link.COORDINATOR) || OF_WORKERS.contains(checkType));
    }

    /** Takes as long wherever they differ. */
    static boolean same(String token, String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
