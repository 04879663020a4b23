@echo off
rem Runs Maven, and gets it first where there is none; the same order as in ./mvnw:
rem the pinned release in %USERPROFILE%\.m2\wrapper\dists, an mvn on the PATH,
rem then MVNW_REPOURL (a Maven repository) or Apache's archive, checked by its SHA-512.
setlocal EnableExtensions

set "PROPS=%~dp0.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq tokens=1,* delims==" %%a in ("%PROPS%") do (
  if "%%a"=="distributionVersion" set "VERSION=%%b"
  if "%%a"=="distributionUrl" set "URL=%%b"
  if "%%a"=="distributionSha512Sum" set "SHA512=%%b"
)
if defined MAVEN_USER_HOME (set "M2=%MAVEN_USER_HOME%") else (set "M2=%USERPROFILE%\.m2")
set "DIST=%M2%\wrapper\dists\apache-maven-%VERSION%\setpoint"
if defined MVNW_REPOURL set "URL=%MVNW_REPOURL%/org/apache/maven/apache-maven/%VERSION%/apache-maven-%VERSION%-bin.tar.gz"

if defined JAVA_HOME goto maven
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*-25*") do set "JAVA_HOME=%%d"
if defined JAVA_HOME goto maven
where java >nul 2>nul && goto maven
echo mvnw: no Java found. Install a JDK 25 (adoptium.net) or set JAVA_HOME. 1>&2
exit /b 1

:maven
if exist "%DIST%\bin\mvn.cmd" goto pinned
where mvn >nul 2>nul || goto install
rem call, so that the exit code of mvn comes back
call mvn %*
exit /b %ERRORLEVEL%

:install
echo mvnw: downloading Maven %VERSION% from %URL% 1>&2
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12;" ^
  "$parent = Split-Path $env:DIST; $work = Join-Path $parent ('.download-' + [guid]::NewGuid());" ^
  "New-Item -ItemType Directory -Force $work | Out-Null;" ^
  "try {" ^
  "  $file = Join-Path $work 'maven.tar.gz';" ^
  "  Invoke-WebRequest -UseBasicParsing $env:URL -OutFile $file;" ^
  "  if ((Get-FileHash -Algorithm SHA512 $file).Hash -ne $env:SHA512) { throw 'the SHA-512 of the download is wrong' };" ^
  "  & tar -xzf $file -C $work; if ($LASTEXITCODE -ne 0) { throw 'tar failed' };" ^
  "  Move-Item (Join-Path $work ('apache-maven-' + $env:VERSION)) $env:DIST" ^
  "} finally { Remove-Item -Recurse -Force $work }"
if errorlevel 1 (
  echo mvnw: could not get Maven %VERSION%. Maybe install Maven 3.8.6 or newer, or set MVNW_REPOURL. 1>&2
  exit /b 1
)

:pinned
call "%DIST%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
