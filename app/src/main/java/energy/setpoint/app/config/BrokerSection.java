package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.ClientCertificate;
import energy.setpoint.der.device.BrokerAddress.Login;
import energy.setpoint.der.device.BrokerAddress.Protocol;
import energy.setpoint.der.device.PasswordSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how the MQTT broker of a device is reached and entered. */
final class BrokerSection {

  private static final Set<String> SCHEMES = Set.of("tcp", "ssl", "mqtt", "mqtts", "ws", "wss");
  private static final URI NOWHERE = URI.create("tcp://localhost");

  private static final Kind<URI> BROKER =
      Kind.of(
          "the address of an MQTT broker such as tcp://192.168.1.20:1883",
          NOWHERE,
          BrokerSection::broker);

  private static final Kind<Protocol> PROTOCOL =
      Kind.of(
          "auto, 3.1.1 or 5",
          Protocol.AUTO,
          text ->
              Stream.of(Protocol.values())
                  .filter(it -> it.key().equals(text))
                  .findFirst()
                  .orElseThrow());

  private static final Kind<Path> FILE = Kind.of("a file name", Path.of("?"), Path::of);

  private final Section section;
  private final Path folder;

  /**
   * @param folder of the site file; paths are relative to it
   */
  BrokerSection(Section section, Path folder) {
    this.section = section;
    this.folder = folder;
  }

  /** What the connection's section says; nothing, and reported, where that makes no sense. */
  Optional<BrokerAddress> read() {
    URI broker = section.read("broker", BROKER, NOWHERE);
    if (broker.getUserInfo() != null) {
      section.problem("broker", "contains a user, expected the keys user and passwordFile.");
      return Optional.empty();
    }
    Protocol protocol = section.read("protocol", PROTOCOL, Protocol.AUTO);
    Optional<Login> login = login();
    Optional<Path> authorities = findFile("authorities");
    Optional<ClientCertificate> certificate = certificate();
    try {
      return Optional.of(
          new BrokerAddress(broker.toString(), protocol, login, authorities, certificate));
    } catch (IllegalArgumentException e) {
      section.problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Login> login() {
    Optional<Path> file = findFile("passwordFile");
    Optional<String> variable = findText("passwordVariable");
    Optional<String> user = findText("user");
    if (user.isPresent() != (file.isPresent() || variable.isPresent())
        || (file.isPresent() && variable.isPresent())) {
      section.problem("needs user together with passwordFile or passwordVariable.");
      return Optional.empty();
    }
    Optional<PasswordSource> password =
        file.<PasswordSource>map(PasswordSource.InFile::new)
            .or(() -> variable.map(PasswordSource.InVariable::new));
    return user.flatMap(name -> password.map(it -> new Login(name, it)));
  }

  private Optional<ClientCertificate> certificate() {
    Optional<Path> chain = findFile("certificate");
    Optional<Path> key = findFile("key");
    if (chain.isPresent() != key.isPresent()) {
      section.problem("needs certificate and key together.");
    }
    return chain.flatMap(own -> key.map(secret -> new ClientCertificate(own, secret)));
  }

  private Optional<Path> findFile(String key) {
    return section.has(key)
        ? Optional.of(folder.resolve(section.read(key, FILE)))
        : Optional.empty();
  }

  private Optional<String> findText(String key) {
    return section.has(key) ? Optional.of(section.read(key, Kinds.TEXT)) : Optional.empty();
  }

  private static URI broker(String text) {
    URI uri = URI.create(text);
    boolean usable =
        uri.getScheme() != null
            && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
            && uri.getHost() != null;
    if (!usable) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }
}
