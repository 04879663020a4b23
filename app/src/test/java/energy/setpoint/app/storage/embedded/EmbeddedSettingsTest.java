package energy.setpoint.app.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSettingsTest {

  @Test
  void keepsTheProgramsWhereEachSystemKeepsCaches() {
    assertThat(EmbeddedSettings.usersCache(Map.of(), "Linux", "/home/me"))
        .isEqualTo(Path.of("/home/me/.cache/setpoint/postgresql"));
    assertThat(EmbeddedSettings.usersCache(Map.of("XDG_CACHE_HOME", "/c"), "Linux", "/home/me"))
        .isEqualTo(Path.of("/c/setpoint/postgresql"));
    assertThat(EmbeddedSettings.usersCache(Map.of(), "Mac OS X", "/Users/me"))
        .isEqualTo(Path.of("/Users/me/Library/Caches/setpoint/postgresql"));
    assertThat(EmbeddedSettings.usersCache(Map.of("LOCALAPPDATA", "/l"), "Windows 11", "/u"))
        .isEqualTo(Path.of("/l/setpoint/cache/postgresql"));
  }

  @Test
  void refusesAPortThatDoesNotExist() {
    assertThatThrownBy(() -> EmbeddedSettings.in(Path.of("data")).withPort(70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
  }

  @Test
  void clearsAwayProgramsThatWereOnlyHalfUnpacked(@TempDir Path cache) throws Exception {
    Path half = Files.createDirectories(cache.resolve("PG-half").resolve("bin"));
    Files.writeString(half.resolve("postgres"), "tru");
    Path whole = Files.createDirectories(cache.resolve("PG-whole"));
    Files.writeString(whole.resolve(".exists"), "");

    new BinariesCache(cache).reserve().close();

    assertThat(half).doesNotExist();
    assertThat(whole.resolve(".exists")).exists();
  }

  @Test
  void aLockIsHeldByOneAndFreeAfterwards(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("lock");

    try (FileGuard _ = FileGuard.tryTake(file).orElseThrow()) {
      assertThat(FileGuard.tryTake(file)).isEmpty();
      assertThat(FileGuard.holderOf(file)).isEqualTo("" + ProcessHandle.current().pid());
    }

    FileGuard.tryTake(file).orElseThrow().close();
  }
}
