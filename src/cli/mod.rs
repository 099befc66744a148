//! The command line: the only room, beside `lsp`, that touches files, the terminal and exit codes.
