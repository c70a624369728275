// Puts target/judge together: the jars of src/judge/pom.xml and the judge's own jar, which names them in its manifest.
// It runs inside the running build, so the judge's class path comes from the same settings, mirrors and local repository,
// online or offline, as everything else.
import groovy.ant.AntBuilder
import org.apache.maven.project.DefaultProjectBuildingRequest
import org.apache.maven.project.ProjectBuilder

File source = new File(project.basedir, 'src/judge')
File directory = new File(project.build.directory, 'judge')
File own = new File(directory, 'alternat-judge.jar')

long changed = 0
source.eachFileRecurse { changed = Math.max(changed, it.lastModified()) }
if (own.lastModified() > changed) {
    return
}

def request = new DefaultProjectBuildingRequest(session.projectBuildingRequest)
request.resolveDependencies = true
request.project = null
def judge = session.container.lookup(ProjectBuilder).build(new File(source, 'pom.xml'), request).project
def jars = judge.artifacts.findAll { it.scope in ['compile', 'runtime'] }*.file

def ant = new AntBuilder()
ant.project.buildListeners*.messageOutputLevel = 1
File classes = new File(project.build.directory, 'judge-classes')
ant.delete(dir: directory)
ant.delete(dir: classes)
ant.mkdir(dir: directory)
ant.mkdir(dir: classes)
jars.each { ant.copy(file: it, todir: directory, preservelastmodified: true) }
ant.javac(srcdir: new File(source, 'java'), destdir: classes, release: judge.properties['maven.compiler.release'], encoding: 'UTF-8',
        includeantruntime: false, debug: true) {
    classpath { fileset(dir: directory) }
    compilerarg(line: '-proc:none -Xlint:all,-processing,-serial,-classfile -Werror')
}
ant.copy(todir: classes) { fileset(dir: new File(source, 'resources')) }
ant.jar(destfile: own, basedir: classes) {
    manifest {
        attribute(name: 'Main-Class', value: 'org.alternat.judge.process.JudgeProcess')
        attribute(name: 'Class-Path', value: jars*.name.sort().join(' '))
    }
}
