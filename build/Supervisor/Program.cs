using FinanceHub.Supervisor;

try
{
    // Not awaited through the thread pool: the main thread itself must start the programs (see ChildProcess.Start).
    if (args is ["run", var instance])
        CommandLine.Run(instance);
    else if (args is [var verb, var directory])
        CommandLine.ExecuteAsync(verb, directory).GetAwaiter().GetResult();
    else
        throw CommandLine.WrongUsage();
    return 0;
}
catch (SupervisorException failure)
{
    Console.Error.WriteLine(failure.Message);
    return (int)failure.Fault;
}
