package energy.setpoint.app.cli.device;

import energy.setpoint.der.template.Capability;
import energy.setpoint.der.template.DeviceTemplate;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code setpoint device list}: every template with what its devices measure and obey. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the device templates and what their devices can do.")
final class DeviceListCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final TemplateFolder folder = new TemplateFolder();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Collection<DeviceTemplate> templates = folder.all();
    String row = row(templates);
    out.printf(row, "template", "kind", "transport", "description");
    templates.forEach(it -> {
      out.printf(row, it.name(), it.kind().key(), it.transport().key(), it.description());
      out.println("    measures: " + words(it, false));
      if (it.capabilities().stream().anyMatch(Capability::isCommand)) {
        out.println("    obeys:    " + words(it, true));
      }
    });
    return 0;
  }

  private static String row(Collection<DeviceTemplate> templates) {
    List<String> names = templates.stream().map(DeviceTemplate::name).toList();
    int widest = names.stream().mapToInt(String::length).max().orElse(1);
    return "%-" + Math.max(widest, "template".length()) + "s  %-8s  %-9s  %s%n";
  }

  private static String words(DeviceTemplate template, boolean commands) {
    return template.capabilities().stream()
        .filter(it -> it.isCommand() == commands)
        .map(Capability::words)
        .collect(Collectors.joining(", "));
  }
}
