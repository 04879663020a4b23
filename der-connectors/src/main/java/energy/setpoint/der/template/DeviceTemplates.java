package energy.setpoint.der.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads device templates from YAML files. */
public final class DeviceTemplates {

  private static final String ENDING = ".yaml";
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private DeviceTemplates() {}

  /**
   * All {@code *.yaml} files of a folder, by name.
   *
   * @throws TemplateException with the mistakes of all files
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static Map<String, DeviceTemplate> readFolder(Path folder) {
    Map<String, DeviceTemplate> templates = new TreeMap<>();
    List<TemplateProblem> problems = new ArrayList<>();
    for (Path file : yamlFiles(folder)) {
      try {
        DeviceTemplate template = read(file);
        templates.put(template.name(), template);
      } catch (TemplateException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return templates;
  }

  /**
   * The names of all templates of a folder, whether they can be read or not.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static SortedSet<String> names(Path folder) {
    return yamlFiles(folder).stream()
        .map(it -> nameOf(String.valueOf(it.getFileName())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the device templates in " + folder, e);
    }
  }

  /**
   * One file, whose name gives the template its name.
   *
   * @throws TemplateException with all mistakes
   * @throws UncheckedIOException when the file cannot be read
   */
  public static DeviceTemplate read(Path file) {
    try {
      return parse(file.toAbsolutePath().getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the device template " + file, e);
    }
  }

  /**
   * The text of a file.
   *
   * @param fileName for the template's name and for messages
   * @throws TemplateException with all mistakes
   */
  public static DeviceTemplate parse(String fileName, String yaml) {
    YamlSection root = YamlSection.root(fileName, tree(fileName, yaml));
    return new TemplateReader(nameOf(fileName), root).read();
  }

  private static String nameOf(String fileName) {
    return fileName.endsWith(ENDING)
        ? fileName.substring(0, fileName.length() - ENDING.length())
        : fileName;
  }

  private static JsonNode tree(String fileName, String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree.isObject()) {
        return tree;
      }
      throw notTemplate(fileName, tree.isMissingNode() ? "empty" : "not a mapping");
    } catch (JacksonException e) {
      String cause = e.getOriginalMessage().lines().findFirst().orElse("");
      throw notTemplate(
          fileName, "not readable in line " + e.getLocation().getLineNr() + ": " + cause);
    }
  }

  private static TemplateException notTemplate(String fileName, String value) {
    return new TemplateException(
        List.of(new TemplateProblem(fileName, "", value, "a device template in YAML")));
  }
}
