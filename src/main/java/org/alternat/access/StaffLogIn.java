package org.alternat.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.alternat.access.StaffAccounts.Credentials;
import org.alternat.shared.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Checks a password and a one-time password together. Right, wrong, unknown, disabled and locked cost the same work, and
 * everything but right gets the same answer: nobody learns here who has an account.
 */
@Service
public class StaffLogIn {

    /** Attempts per mailbox and per network address within the window. An office shares one address. */
    static final int PER_ACCOUNT = 8;

    static final int PER_ADDRESS = 60;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Well-formed and of the same cost as a real one; no password is known for it, nor likely to exist. */
    private static final String NOBODYS_HASH = "$argon2id$v=19$m=" + StaffPasswords.MEMORY_KIB + ",t="
            + StaffPasswords.ITERATIONS + ",p=" + StaffPasswords.LANES + "$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final TotpSecret NOBODYS_SECRET = new TotpSecret(new byte[TotpSecret.BYTES]);

    private static final Logger LOG = LoggerFactory.getLogger(StaffLogIn.class);

    private final StaffAccounts accounts;
    private final AttemptLimits limits;
    private final PasswordEncoder passwords;
    private final Clock clock;

    StaffLogIn(StaffAccounts accounts, AttemptLimits limits, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.limits = limits;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Lets somebody in, or not.
     *
     * @param address the network address that the request came from
     * @return who it is; empty for every other case
     */
    public Optional<StaffMember> logIn(String email, String password, String code, String address) {
        String account = "staff:" + email.toLowerCase(Locale.ROOT);
        boolean accountOpen = limits.take(account, PER_ACCOUNT, WINDOW);
        boolean addressOpen = limits.take("address:" + Network.of(address).text(), PER_ADDRESS, WINDOW);
        Optional<Credentials> known = accounts.credentials(email);

        boolean passwordRight =
                passwords.matches(password, known.map(Credentials::passwordHash).orElse(NOBODYS_HASH));
        OptionalLong step = Totp.step(known.map(Credentials::secret).orElse(NOBODYS_SECRET), code, clock.instant());

        boolean right = known.isPresent()
                && !known.get().member().disabled()
                && accountOpen
                && addressOpen
                && passwordRight
                && step.isPresent()
                && accounts.spend(known.get().member().staffId(), step.getAsLong());
        if (!right) {
            LOG.info(
                    "Log-in refused{}",
                    known.map(it -> " for staff " + it.member().staffId()).orElse(""));
            return Optional.empty();
        }
        limits.forget(account);
        LOG.info("Staff {} logged in", known.get().member().staffId());
        return Optional.of(known.get().member());
    }
}
