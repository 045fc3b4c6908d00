using System.Runtime.InteropServices;

namespace FinanceHub.Supervisor.Native;

/// <summary>
/// <c>posix_spawn</c> with default signal handling, a new process group, and no descriptors but the ones asked for: everything else in
/// this process is close-on-exec, and <c>dup2</c> clears that flag for the copy in the child only.
/// </summary>
internal static unsafe class Spawner
{
    // More than any platform's posix_spawnattr_t, posix_spawn_file_actions_t (glibc: 336 and 80 bytes) or sigset_t (128).
    private const int OpaqueBytes = 1024;
    private const short SetProcessGroup = 0x02;
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;

    private static short SetSession => OperatingSystem.IsMacOS() ? (short)0x0400 : (short)0x80;

    /// <returns>0 or the error number.</returns>
    internal static int Spawn(SpawnRequest request, out int pid)
    {
        var actions = stackalloc byte[OpaqueBytes];
        var attributes = stackalloc byte[OpaqueBytes];
        _ = Libc.posix_spawn_file_actions_init(actions);
        _ = Libc.posix_spawnattr_init(attributes);
        try
        {
            AddDescriptors(actions, request);
            SetAttributes(attributes, request.NewSession);
            using var path = new NativeStrings([request.Arguments[0]]);
            using var directory = new NativeStrings([request.WorkingDirectory]);
            using var arguments = new NativeStrings(request.Arguments);
            using var environment = new NativeStrings([.. request.Environment.Select(variable => $"{variable.Key}={variable.Value}")]);
            _ = Libc.posix_spawn_file_actions_addchdir_np(actions, directory.Pointer[0]);
            return Libc.posix_spawn(out pid, path.Pointer[0], actions, attributes, arguments.Pointer, environment.Pointer);
        }
        finally
        {
            _ = Libc.posix_spawn_file_actions_destroy(actions);
            _ = Libc.posix_spawnattr_destroy(attributes);
        }
    }

    private static void AddDescriptors(void* actions, SpawnRequest request)
    {
        _ = Libc.posix_spawn_file_actions_adddup2(actions, request.Input, 0);
        _ = Libc.posix_spawn_file_actions_adddup2(actions, request.Output, 1);
        _ = Libc.posix_spawn_file_actions_adddup2(actions, request.Output, 2);
        if (request.Listener is { } listener)
            _ = Libc.posix_spawn_file_actions_adddup2(actions, listener, SpawnRequest.ListenerDescriptor);
    }

    private static void SetAttributes(void* attributes, bool newSession)
    {
        var signals = stackalloc byte[OpaqueBytes];
        _ = Libc.sigfillset(signals);
        _ = Libc.posix_spawnattr_setsigdefault(attributes, signals);
        _ = Libc.sigemptyset(signals);
        _ = Libc.posix_spawnattr_setsigmask(attributes, signals);
        _ = Libc.posix_spawnattr_setpgroup(attributes, 0);
        _ = Libc.posix_spawnattr_setflags(attributes, (short)((newSession ? SetSession : SetProcessGroup) | SetSignalDefaults | SetSignalMask));
    }

    /// <summary>A null-terminated array of C strings.</summary>
    private readonly ref struct NativeStrings
    {
        private readonly int _count;

        internal NativeStrings(IReadOnlyList<string> values)
        {
            _count = values.Count;
            Pointer = (byte**)NativeMemory.AllocZeroed((nuint)(_count + 1), (nuint)sizeof(byte*));
            for (var i = 0; i < _count; i++)
                Pointer[i] = (byte*)Marshal.StringToCoTaskMemUTF8(values[i]);
        }

        internal byte** Pointer { get; }

        public void Dispose()
        {
            for (var i = 0; i < _count; i++)
                Marshal.FreeCoTaskMem((nint)Pointer[i]);
            NativeMemory.Free(Pointer);
        }
    }
}
