using System.Runtime.InteropServices;

namespace FinanceHub.Supervisor.Native;

/// <summary>The few POSIX calls that .NET has no API for. Return values and errno are the C library's own.</summary>
internal static unsafe partial class Libc
{
    internal const int SIGHUP = 1;
    internal const int SIGKILL = 9;
    internal const int SIGTERM = 15;

    internal const int F_GETFD = 1;
    internal const int F_SETFD = 2;
    internal const int FD_CLOEXEC = 1;

    internal const int EINTR = 4;

    internal const int P_PID = 1;
    internal const int WEXITED = 4;
    internal const int WNOHANG = 1;

    internal const int PR_SET_PDEATHSIG = 1;

    internal static int F_DUPFD_CLOEXEC => OperatingSystem.IsMacOS() ? 67 : 1030;

    internal static int WNOWAIT => OperatingSystem.IsMacOS() ? 0x20 : 0x01000000;

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int getppid();

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int close(int descriptor);

    // Variadic in C: on Apple's arm64 the third argument travels on the stack, which only padding arguments reproduce.
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int fcntl_register(int descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int fcntl_stack(int descriptor, int command, nint p2, nint p3, nint p4, nint p5, nint p6, nint p7, nint argument);

    internal static int fcntl(int descriptor, int command, nint argument) =>
        OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? fcntl_stack(descriptor, command, 0, 0, 0, 0, 0, 0, argument)
            : fcntl_register(descriptor, command, argument);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int waitid(int idType, int id, byte* info, int options);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int waitpid(int pid, out int status, int options);

    // Variadic too, but only ever called on Linux, whose calling conventions treat both alike.
    [LibraryImport("libc", SetLastError = true)]
    internal static partial int prctl(int option, nint argument);

    [LibraryImport("libc")]
    internal static partial int posix_spawn(out int pid, byte* path, void* fileActions, void* attributes, byte** argv, byte** envp);

    [LibraryImport("libc")]
    internal static partial int posix_spawn_file_actions_init(void* fileActions);

    [LibraryImport("libc")]
    internal static partial int posix_spawn_file_actions_adddup2(void* fileActions, int from, int to);

    [LibraryImport("libc")]
    internal static partial int posix_spawn_file_actions_addchdir_np(void* fileActions, byte* path);

    [LibraryImport("libc")]
    internal static partial int posix_spawn_file_actions_destroy(void* fileActions);

    [LibraryImport("libc")]
    internal static partial int posix_spawnattr_init(void* attributes);

    [LibraryImport("libc")]
    internal static partial int posix_spawnattr_setflags(void* attributes, short flags);

    [LibraryImport("libc")]
    internal static partial int posix_spawnattr_setpgroup(void* attributes, int group);

    [LibraryImport("libc")]
    internal static partial int posix_spawnattr_setsigdefault(void* attributes, void* signals);

    [LibraryImport("libc")]
    internal static partial int posix_spawnattr_setsigmask(void* attributes, void* signals);

    [LibraryImport("libc")]
    internal static partial int posix_spawnattr_destroy(void* attributes);

    [LibraryImport("libc")]
    internal static partial int sigemptyset(void* signals);

    [LibraryImport("libc")]
    internal static partial int sigfillset(void* signals);
}
