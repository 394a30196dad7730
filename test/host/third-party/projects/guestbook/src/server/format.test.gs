throw new Error('A test file: .claspignore keeps it at home.');
