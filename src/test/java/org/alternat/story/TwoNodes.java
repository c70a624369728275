package org.alternat.story;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes of the packaged service, each in a JVM of its own, on one PostgreSQL, one mail server and one folder of keys. */
public final class TwoNodes implements AutoCloseable {

    private final Database.Running database = Database.POSTGRESQL.start();
    private final PostOffice post = new PostOffice().open();
    private final Path home;
    private final List<Integer> ports = new ArrayList<>();
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final Front front;

    private TwoNodes(Path home, int nodes) throws Exception {
        this.home = home;
        for (int n = 0; n < nodes; n++) {
            ports.add(ServiceProcess.freePort());
        }
        this.front = new Front(ports);
    }

    /** @param nodes how many; one is for comparison */
    public static TwoNodes start(Path home, int nodes) throws Exception {
        TwoNodes cluster = new TwoNodes(home, nodes);
        try {
            for (int n = 0; n < nodes; n++) {
                cluster.processes.add(cluster.node(n));
            }
            return cluster;
        } catch (Exception | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    private ServiceProcess node(int n) throws Exception {
        List<String> settings = new ArrayList<>(database.settings());
        settings.addAll(Service.mailTo(post));
        settings.add("--alternat.base-url=" + front.address());
        return ServiceProcess.start(home, ports.get(n), settings);
    }

    /** SIGKILL, and a new process in its place. */
    void killAndRestart(int n) throws Exception {
        processes.get(n).kill();
        processes.set(n, node(n));
    }

    /** The organiser, by the front door. */
    public org.alternat.demo.SimulatedOrganiser organiser() {
        return Service.organiser(front.address(), home);
    }

    public PostOffice post() {
        return post;
    }

    public URI address() {
        return front.address();
    }

    /** A look into the database from outside. */
    public JdbcClient database() {
        List<String> settings = database.settings();
        return JdbcClient.create(
                new DriverManagerDataSource(value(settings, "--spring.datasource.url="), "postgres", "postgres"));
    }

    private static String value(List<String> settings, String name) {
        return settings.stream()
                .filter(setting -> setting.startsWith(name))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
    }

    @Override
    public void close() throws Exception {
        processes.forEach(ServiceProcess::close);
        front.close();
        post.close();
        database.close();
    }
}
