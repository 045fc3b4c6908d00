#!/usr/bin/env pwsh
# The front door on PowerShell: the twin of build.sh, which explains the why of each step.
#
#   $env:NUKE_ENGINE = 'packages' | 'embedded'   which implementation of NUKE to run on; remembered otherwise
#   $env:FINANCEHUB_SDK_SCRIPT                    the SDK's install script (address or file) for networks without the public one
[CmdletBinding(PositionalBinding = $false)]
param([Parameter(ValueFromRemainingArguments = $true)][string[]] $BuildArguments)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$Root = $PSScriptRoot
$Temp = [IO.Path]::Combine($Root, '.nuke', 'temp')
$ExitNoSdk = 30
$ExitBuildBroken = 31
$OnWindows = [IO.Path]::DirectorySeparatorChar -eq '\'
$DotNetName = if ($OnWindows) { 'dotnet.exe' } else { 'dotnet' }

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'
$env:HOST = $null
if (-not $OnWindows -and -not $env:HOME) {
    $env:DOTNET_CLI_HOME = [IO.Path]::Combine($Temp, 'home')
    $env:NUGET_PACKAGES = [IO.Path]::Combine($Temp, 'packages')
}

function Write-Say([string] $Text) { [Console]::Error.WriteLine($Text) }

function Stop-Build([int] $Code, [string] $Text) {
    Write-Say $Text
    exit $Code
}

# ---- SDK ----------------------------------------------------------------------------------------------------------
$SdkVersion = (Get-Content -Raw ([IO.Path]::Combine($Root, 'global.json')) | ConvertFrom-Json).sdk.version
$SdkLine = $SdkVersion.Substring(0, $SdkVersion.LastIndexOf('.'))

function Test-Sdk([string] $Directory) {
    if (-not $Directory -or -not (Test-Path ([IO.Path]::Combine($Directory, $DotNetName)))) { return $false }
    $Sdks = [IO.Path]::Combine($Directory, 'sdk')
    if (-not (Test-Path $Sdks)) { return $false }
    return @(Get-ChildItem -Directory $Sdks | Where-Object { $_.Name -match ('^' + [regex]::Escape($SdkLine) + '\.[1-9]\d\d$') }).Count -gt 0
}

function Find-Sdk {
    $Candidates = @($env:DOTNET_ROOT)
    $OnPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($OnPath) {
        $File = Get-Item $OnPath.Source
        if ($File.LinkType) { $File = Get-Item ([IO.Path]::Combine($File.DirectoryName, @($File.Target)[0])) }
        $Candidates += $File.DirectoryName
    }
    $Candidates += [IO.Path]::Combine($Temp, 'dotnet')
    $Candidates += [IO.Path]::Combine([Environment]::GetFolderPath('UserProfile'), '.dotnet')
    if ($env:ProgramFiles) { $Candidates += [IO.Path]::Combine($env:ProgramFiles, 'dotnet') }
    $Candidates += '/usr/share/dotnet', '/usr/lib/dotnet', '/usr/local/share/dotnet'
    return $Candidates | Where-Object { $_ -and (Test-Sdk $_) } | Select-Object -First 1
}

function Install-Sdk {
    $Extension = if ($OnWindows) { 'ps1' } else { 'sh' }
    $Source = if ($env:FINANCEHUB_SDK_SCRIPT) { $env:FINANCEHUB_SDK_SCRIPT } else { "https://dot.net/v1/dotnet-install.$Extension" }
    $Script = [IO.Path]::Combine($Temp, "dotnet-install.$Extension")
    $Part = [IO.Path]::Combine($Temp, "dotnet.$PID")
    Write-Say "No .NET SDK $SdkLine here: installing it into .nuke/temp/dotnet"
    New-Item -ItemType Directory -Force $Temp | Out-Null
    try {
        if (Test-Path $Source) { Copy-Item $Source $Script -Force }
        else { Invoke-WebRequest -Uri $Source -OutFile $Script -UseBasicParsing -TimeoutSec 120 }
        if ($OnWindows) { & $Script -Channel $SdkLine -InstallDir $Part -NoPath | Out-Host }
        else { & bash $Script --channel $SdkLine --install-dir $Part --no-path | Out-Host }
    }
    catch {
        Write-Say $_.Exception.Message
    }
    if (-not (Test-Sdk $Part)) {
        Remove-Item -Recurse -Force $Part -ErrorAction SilentlyContinue
        Stop-Build $ExitNoSdk "No .NET SDK $SdkLine was found and it could not be installed. Install it (any $SdkLine.x, from https://dot.net), or name its install script in FINANCEHUB_SDK_SCRIPT."
    }
    $Target = [IO.Path]::Combine($Temp, 'dotnet')
    Remove-Item -Recurse -Force $Target -ErrorAction SilentlyContinue
    Move-Item $Part $Target
    return $Target
}

$Sdk = Find-Sdk
if (-not $Sdk) { $Sdk = Install-Sdk }
$DotNet = [IO.Path]::Combine($Sdk, $DotNetName)
$env:DOTNET_ROOT = $Sdk
$env:PATH = $Sdk + [IO.Path]::PathSeparator + $env:PATH

# ---- Engine -------------------------------------------------------------------------------------------------------
function Select-Engine {
    if ($env:NUKE_ENGINE) {
        if ($env:NUKE_ENGINE -cin 'packages', 'embedded') { return $env:NUKE_ENGINE }
        Stop-Build 2 "NUKE_ENGINE is '$($env:NUKE_ENGINE)'; it must be 'packages' or 'embedded'. Repair: Remove-Item Env:NUKE_ENGINE"
    }
    $Remembered = [IO.Path]::Combine($Temp, 'engine')
    if (Test-Path $Remembered) { return (Get-Content -Raw $Remembered).Trim() }
    New-Item -ItemType Directory -Force $Temp | Out-Null
    $Seconds = if ($env:FINANCEHUB_ENGINE_PROBE_SECONDS) { [int] $env:FINANCEHUB_ENGINE_PROBE_SECONDS } else { 30 }
    $Project = [IO.Path]::Combine($Root, 'build', '_build.csproj')
    $env:NUKE_ENGINE = 'packages'
    $Probe = Start-Process -PassThru -FilePath $DotNet -RedirectStandardOutput ([IO.Path]::Combine($Temp, 'probe.out')) -RedirectStandardError ([IO.Path]::Combine($Temp, 'probe.err')) `
        -ArgumentList 'restore', "`"$Project`"", '-p:RestoreLockedMode=false', '--disable-build-servers'
    $Probe.Handle | Out-Null # without the handle the exit code is lost
    if (-not $Probe.WaitForExit($Seconds * 1000)) { $Probe.Kill(); $Probe.WaitForExit() }
    $Engine = 'packages'
    if ($Probe.ExitCode -ne 0) {
        $Engine = 'embedded'
        Write-Say "NUKE's packages cannot be restored here: running on the embedded engine (NUKE_ENGINE=packages tries them again)"
    }
    [IO.File]::WriteAllText("$Remembered.$PID", $Engine)
    Move-Item -Force "$Remembered.$PID" $Remembered
    return $Engine
}

$Engine = Select-Engine
$env:NUKE_ENGINE = $Engine

# ---- Compile, only when an input changed --------------------------------------------------------------------------
function Get-Fingerprint {
    $Names = @('Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig', 'build.ps1' | ForEach-Object { [IO.Path]::Combine($Root, $_) })
    $Names += Get-ChildItem -Recurse -File ([IO.Path]::Combine($Root, 'build')) |
        Where-Object { $_.FullName.Substring($Root.Length) -notmatch '[\\/](bin|obj)[\\/]' -and $_.Extension -in '.cs', '.csproj', '.props', '.targets', '.json' } |
        ForEach-Object { $_.FullName }
    $Lines = @($Engine, $Sdk) + @(Get-ChildItem ([IO.Path]::Combine($Sdk, 'sdk')) | ForEach-Object { $_.Name })
    $Lines += $Names | Sort-Object -CaseSensitive | ForEach-Object { (Get-FileHash -Algorithm SHA256 $_).Hash + ' ' + $_.Substring($Root.Length) }
    $Sha = [Security.Cryptography.SHA256]::Create()
    $Bytes = $Sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($Lines -join "`n"))
    return ([BitConverter]::ToString($Bytes) -replace '-', '').Substring(0, 16).ToLowerInvariant()
}

function Invoke-Compile([string] $Program) {
    New-Item -ItemType Directory -Force $Temp | Out-Null
    # Held open without sharing: the system releases it when the holder dies.
    $Lock = $null
    while (-not $Lock) {
        try { $Lock = [IO.File]::Open([IO.Path]::Combine($Temp, 'compile.ps1.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] { Start-Sleep -Milliseconds 100 }
    }
    try {
        if (Test-Path ([IO.Path]::Combine($Program, '_build.dll'))) { return }
        $Work = [IO.Path]::Combine($Temp, 'build', "work-ps1-$Engine")
        $Log = [IO.Path]::Combine($Temp, 'compile.log')
        $Publish = @('publish', [IO.Path]::Combine($Root, 'build', '_build.csproj'), '--configuration', 'Release', '--output', [IO.Path]::Combine($Work, 'out'),
            "-p:BuildScratch=$Work", '-p:AheadOfTime=true', '-p:IsPublishable=true', '-p:RunAnalyzers=false', '-nodeReuse:false', '--verbosity', 'quiet', '--nologo', '--tl:off')
        & $DotNet @Publish *> $Log
        if ($LASTEXITCODE -ne 0 -and @(Get-Content $Log | Where-Object { $_ -match 'crossgen' }).Count -gt 0) { & $DotNet @Publish -p:PublishReadyToRun=false *> $Log }
        if ($LASTEXITCODE -ne 0) {
            $Faults = @(Get-Content $Log | Where-Object { $_ -match '(error|warning) [A-Z]+\d+' } | Sort-Object -Unique | Select-Object -First 20)
            if ($Faults.Count -eq 0) { $Faults = @(Get-Content $Log -Tail 20) }
            $Faults | ForEach-Object { Write-Say $_ }
            Stop-Build $ExitBuildBroken "The build project does not compile (engine '$Engine'). The whole log: .nuke/temp/compile.log"
        }
        Copy-Item -Recurse -Force ([IO.Path]::Combine($Work, 'out')) "$Program.part"
        Move-Item "$Program.part" $Program
        Get-ChildItem -Directory ([IO.Path]::Combine($Temp, 'build')) | Where-Object { $_.Name -match '^[0-9a-f]{16}$' } |
            Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 8 | Remove-Item -Recurse -Force
    }
    finally {
        $Lock.Dispose()
    }
}

$Program = [IO.Path]::Combine($Temp, 'build', (Get-Fingerprint))
if (-not (Test-Path ([IO.Path]::Combine($Program, '_build.dll')))) { Invoke-Compile $Program }

& $DotNet ([IO.Path]::Combine($Program, '_build.dll')) @BuildArguments
exit $LASTEXITCODE
