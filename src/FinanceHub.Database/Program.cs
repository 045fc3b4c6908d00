using FinanceHub.Database;

return await DatabaseTool.RunAsync(args, Console.Out, Console.Error);
