// Puts target/alternat together: the jar with its libraries beside it, the judge, the launcher and the archive that it makes.
import groovy.ant.AntBuilder
import java.util.jar.JarFile
import java.util.jar.JarOutputStream
import java.util.zip.ZipEntry

File target = new File(project.build.directory)
File folder = new File(target, project.build.finalName)

def run = { List<String> command ->
    Process process = new ProcessBuilder(command).inheritIO().start()
    if (process.waitFor() != 0) {
        throw new IllegalStateException("exit code ${process.exitValue()}: ${command.join(' ')}")
    }
}

// An archive takes no class from a signed jar, and this JDK breaks down over the lambdas in one. On its class path nobody
// checks who signed it; the digest of every class would be computed all the same.
def withoutSignature = { File jar ->
    JarFile signed = new JarFile(jar, false)
    File fresh = new File(jar.path + '.new')
    try {
        if (!signed.entries().any { it.name ==~ /META-INF\/[^\/]+\.SF/ }) {
            return
        }
        def manifest = signed.manifest
        manifest.entries.clear()
        new JarOutputStream(fresh.newOutputStream(), manifest).withStream { out ->
            signed.entries().findAll {
                !(it.name ==~ /META-INF\/(MANIFEST\.MF|[^\/]+\.(SF|RSA|DSA|EC))/)
            }.each { entry ->
                ZipEntry copy = new ZipEntry(entry.name)
                copy.time = entry.time
                out.putNextEntry(copy)
                out << signed.getInputStream(entry)
                out.closeEntry()
            }
        }
    } finally {
        signed.close()
    }
    ant.move(file: fresh, tofile: jar)
}

ant = new AntBuilder()
ant.project.buildListeners*.messageOutputLevel = 1
ant.delete(dir: folder)
ant.copy(file: new File(target, "${project.build.finalName}.jar"), todir: folder)
ant.copy(todir: new File(folder, 'lib'), preservelastmodified: true) { fileset(dir: new File(target, 'lib')) }
new File(folder, 'lib').eachFile { withoutSignature(it) }
ant.copy(todir: new File(folder, 'judge'), preservelastmodified: true) { fileset(dir: new File(target, 'judge')) }
ant.copy(file: new File(project.basedir, 'src/launcher/alternat'), todir: folder)
File launcher = new File(folder, 'alternat')
launcher.setExecutable(true, false)
run([launcher.path, '--make-archive'])
