package io.sensorium.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for texts in the bytes of files, whatever the files are. */
public final class RawFiles {

  private RawFiles() {}

  /** What tells of a phone and its person: ids of both, and that of the user token. */
  public static List<String> marksOf(TestClient.Phone phone) {
    var tokenId = phone.token().substring(0, phone.token().indexOf('.'));
    return List.of(phone.userId(), phone.installId(), tokenId);
  }

  /** The names of the files below a directory that hold one of the texts. */
  public static List<String> with(List<String> marks, Path directory) throws IOException {
    var found = new ArrayList<String>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              var content = Files.readString(file, StandardCharsets.ISO_8859_1);
              if (marks.stream().anyMatch(content::contains)) {
                found.add(file.getFileName().toString());
              }
              return FileVisitResult.CONTINUE;
            } catch (NoSuchFileException e) {
              return visitFileFailed(file, e);
            }
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.exists(file)) {
              throw e;
            }
            return FileVisitResult.CONTINUE; // gone meanwhile, as what a server works with is
          }
        });
    return found;
  }
}
